"""Errors whose message a user can act on."""


class ViewerError(Exception):
    """An error that a user can correct: one sentence with the place, what was found there and what was expected."""


class DateError(ViewerError, ValueError):
    """A text is not a date in any supported form, or a date is not in the calendar."""
