"""The life of one question: asked, answered, timed, judged."""
