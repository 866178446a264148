"""Use cases: takes commands, decides them in batches, keeps the timers."""
