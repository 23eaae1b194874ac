"""What went wrong, in one sentence a user can act on."""


class ViewerError(Exception):
    """Something a user can mend: the message names the place, what was found and what was expected."""


class DateError(ViewerError, ValueError):
    """A text that is not a date this program reads."""
