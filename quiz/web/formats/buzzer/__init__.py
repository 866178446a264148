"""A buzzer round on pages."""

from quiz.web.formats.buzzer.form import PAGES

__all__ = ["PAGES"]
