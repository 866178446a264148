"""Bank files: YAML in, whole banks out, every problem named."""
