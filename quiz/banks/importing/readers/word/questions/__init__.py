"""Parts put together to questions, and the marks that tell their keys."""
