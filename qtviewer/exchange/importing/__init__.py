"""What the readers of all formats share: columns, cells, rows, safety and reports."""
