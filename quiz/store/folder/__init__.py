"""Files beside the database that only their owner may read."""
