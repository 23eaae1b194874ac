"""Events, dates and queries as frozen values: no Qt, no SQL."""
