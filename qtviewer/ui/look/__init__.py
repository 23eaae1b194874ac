"""Themes, painting helpers and widgets without state of their own; for every other folder of the user interface."""
