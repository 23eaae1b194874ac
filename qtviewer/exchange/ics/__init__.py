"""iCalendar files: reader and writer."""
