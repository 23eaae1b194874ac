"""The command line: its words and options, and what each command prints; for staff and scripts."""
