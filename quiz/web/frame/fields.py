"""Fields of the host's forms: a number within bounds, a choice of one, a message."""

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from flask_babel import LazyString, lazy_gettext
from wtforms import Field, IntegerField, SelectField
from wtforms.validators import InputRequired, NumberRange

_ = lazy_gettext
Text: TypeAlias = LazyString | str
_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,15}\s*")
NEEDED = _("Chưa điền ô này.")


class WholeField(IntegerField):
    """A whole number; what is none is said in the visitor's language."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the number; raises ValueError with words for people."""
        try:
            if valuelist and not _WHOLE.fullmatch(valuelist[0]):
                raise ValueError
            super().process_formdata(valuelist)
        except ValueError as error:
            self.data = None
            raise ValueError(str(_("Cần một số nguyên."))) from error


def bounds(lowest: int, highest: int) -> tuple[dict[str, int | str], LazyString]:
    """What a browser is told about the bounds of a number, and what people are."""
    message = _("Cần một số nguyên từ %(lowest)s đến %(highest)s.", lowest=lowest, highest=highest)
    return {"min": lowest, "max": highest, "inputmode": "numeric"}, message


def whole(label: Text, lowest: int, highest: int, default: int, about: Text) -> WholeField:
    """A whole number within bounds."""
    limits, message = bounds(lowest, highest)
    checks = [InputRequired(message), NumberRange(lowest, highest, message)]
    return WholeField(label, checks, description=about, default=default, render_kw=limits)


def one_of(label: Text, choices: Sequence[tuple[str, Text]], about: Text = "") -> SelectField:
    """A choice of one; the first one is the default."""

    def named() -> dict[str, str]:
        """The choices in the visitor's language."""
        return {value: str(words) for value, words in choices}

    return SelectField(label, choices=named, description=about, default=choices[0][0])


def failed(field: Field, message: str | LazyString) -> None:
    """Put a message at a field that passed its own checks."""
    field.errors = [*field.errors, str(message)]
