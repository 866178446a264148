"""Other people's files of questions, read as drafts: what is doubtful is said, never guessed."""
