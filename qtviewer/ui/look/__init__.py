"""Themes, painting helpers and widgets that only look and lay out; for every other folder of the user interface."""
