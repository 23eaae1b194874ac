"""Dates: calendars, EDTF, what people write and what is shown; for everything that knows when something happened."""
