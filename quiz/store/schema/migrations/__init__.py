"""How the file of contests came to its present shape, one script per step."""
