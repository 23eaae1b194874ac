"""Dates of events: the calendar, EDTF, dates as people write them, and labels to show."""
