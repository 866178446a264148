"""Pictures of questions, checked and made ready."""
