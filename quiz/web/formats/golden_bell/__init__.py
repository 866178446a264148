"""A Golden Bell round on pages."""

from quiz.web.formats.golden_bell.form import PAGES

__all__ = ["PAGES"]
