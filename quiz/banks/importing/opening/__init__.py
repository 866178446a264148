"""Opening files of other people safely, whatever their encoding."""
