"""The hall's page."""
