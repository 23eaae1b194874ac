"""The dialogs for exports and imports."""
