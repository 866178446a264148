import datetime

import pytest

from quiz.banks.importing.readers.sheet.number_formats import (
    ExcelMoment,
    ExcelNumber,
    ShownCell,
    shown_moment,
    shown_number,
)

at = datetime.datetime.fromisoformat


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (7, "000", "007"),
        (-7, "000", "-007"),
        (1.5, "0.00", "1,50"),
        (1.005, "0.00", "1,01"),
        (1234.5, "#,##0.0", "1234,5"),
        (0.25, "0%", "25%"),
        (0.125, "0.0%", "12,5%"),
        (5, '0" kg"', "5 kg"),
        (5, '"Điều "0', "Điều 5"),
        (0.5, "# ?/?", "1/2"),
        (1.5, "# ?/?", "1 1/2"),
        (0.75, "?/8", "6/8"),
        (2, "# ?/?", "2"),
        (3.14159265358979, "General", "3,141592654"),
        (1930, "General", "1930"),
        (-3, "0;(0)", "(3)"),
        (0, '0;-0;"không"', "không"),
        (5, "0_);[Red](0)", "5"),
        (150000, '#,##0\\ "₫"', "150000 ₫"),
        (150000, "#,##0 [$₫-42A]", "150000 ₫"),
        (912345678, "0000000000", "0912345678"),
        (1234, "00-00", None),
        (12345, "0,", None),
        (5, "[>3]0", None),
        (123456789012345678, "0", None),
        (79123456789012, "General", None),
        (0.0000001, "General", None),
        (1.2345, "0.00E+00", None),
    ],
)
def test_number_is_shown_as_excel_shows_it_or_doubtful(
    value: ExcelNumber, form: str, text: str | None
) -> None:
    shown = shown_number(value, form)
    assert shown.doubt == ("" if text is not None else "number_shown")
    assert text in (None, shown.text)


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (at("1929-07-28"), "dd/mm/yyyy", ShownCell("28/7/1929")),
        (at("1929-07-28"), "yyyy-mm-dd", ShownCell("28/7/1929")),
        (at("1930-02-03"), "d/m/yyyy", ShownCell("3/2/1930", "date")),
        (at("2019-03-01"), "mmm-yy", ShownCell("3/2019", "date")),
        (at("2026-02-01"), "d-mmm", ShownCell("1/2", "date")),
        (at("1929-07-28 10:05"), "dd/mm/yyyy hh:mm", ShownCell("28/7/1929 10:05")),
        (
            at("1929-07-28 10:05:09"),
            "d/m/yy h:mm:ss",
            ShownCell("28/7/1929 10:05:09"),
        ),
        (at("1929-07-28 10:05"), "dd/mm/yyyy", ShownCell("28/7/1929")),
        (at("1929-07-28 10:05"), "[$-42A]dd mmmm yyyy;@", ShownCell("28/7/1929")),
        (datetime.time(7, 30), "h:mm", ShownCell("7:30")),
        (datetime.time(7, 30), "hh:mm", ShownCell("07:30")),
        (datetime.time(7, 30, 5), "h:mm:ss", ShownCell("7:30:05")),
        (datetime.time(19, 30), "h:mm AM/PM", ShownCell("7:30 PM")),
        (datetime.time(0, 30, 5), "mm:ss", ShownCell("30:05")),
        (datetime.timedelta(hours=30, minutes=5), "[h]:mm", ShownCell("30:05")),
        (datetime.timedelta(minutes=90, seconds=5), "[mm]:ss", ShownCell("90:05")),
        (datetime.timedelta(seconds=95), "[s]", ShownCell("95")),
        (datetime.timedelta(hours=30), "[h]:mm:ss", ShownCell("30:00:00")),
    ],
)
def test_moment_is_shown_with_the_parts_of_its_format(
    value: ExcelMoment, form: str, shown: ShownCell
) -> None:
    assert shown_moment(value, form) == shown
