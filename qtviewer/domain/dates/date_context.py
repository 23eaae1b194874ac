"""The parts of a date that its text may leave out."""

from typing import Literal, NamedTuple

DateOrder = Literal["dmy", "mdy", "ymd"]
"""The order of day, month and year in dates such as 03/04/2021."""


class DateContext(NamedTuple):
    """Known parts of a date that its text may leave out.

    `year` and `month` complete a text without them, `order` says how numbers such as 03/04/2021 are meant; None where
    it is not known. `start` is the first day (a Julian day number) of the range that the date ends, or None.
    """

    year: int | None = None
    month: int | None = None
    order: DateOrder | None = None
    start: int | None = None
