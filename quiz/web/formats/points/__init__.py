"""A points round on pages."""
