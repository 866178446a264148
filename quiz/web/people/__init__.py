"""Roles handed out for one contest, and the personal data of its people."""
