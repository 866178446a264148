"""A points round on pages."""

from quiz.web.formats.points.form import PAGES

__all__ = ["PAGES"]
