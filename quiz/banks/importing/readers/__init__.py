"""One reader for each kind of file; each gives drafts."""
