"""Pages over HTTP: forms, redirects and the templates that scripts bring to life."""
