"""The parts of a year that EDTF numbers like months from 21 on: seasons, quarters, thirds and halves."""

from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import day_number


class YearPart(NamedTuple):
    """A part of a year."""

    first_month: int
    """1 to 12."""
    months: int
    """How many months it lasts, which may be in the next year."""


_BY_SEASON: Final = {
    "spring": YearPart(3, 3),
    "summer": YearPart(6, 3),
    "autumn": YearPart(9, 3),
    "winter": YearPart(12, 3),
}
_SOUTHERN: Final = ("autumn", "winter", "spring", "summer")  # the northern season of the same months
_NORTHERN: Final = ("spring", "summer", "autumn", "winter")

YEAR_PARTS: Final[dict[int, YearPart]] = {
    **{number + at: _BY_SEASON[season] for number in (21, 25) for at, season in enumerate(_NORTHERN)},
    **{29 + at: _BY_SEASON[season] for at, season in enumerate(_SOUTHERN)},
    **{33 + at: YearPart(1 + 3 * at, 3) for at in range(4)},
    **{37 + at: YearPart(1 + 4 * at, 4) for at in range(3)},
    **{40 + at: YearPart(1 + 6 * at, 6) for at in range(2)},
}
"""The parts by their number in EDTF: 21-24 seasons, 25-28 in the northern and 29-32 in the southern hemisphere, 33-36
quarters, 37-39 thirds, 40-41 halves."""


def days_of_part(year: int, number: int) -> tuple[int, int]:
    """Return the Julian day numbers of the first and the last day of a part of a year, by its number in EDTF."""
    part = YEAR_PARTS[number]
    years, month = divmod(part.first_month - 1 + part.months, 12)
    return day_number(year, part.first_month), day_number(year + years, month + 1) - 1
