"""From a file of any format to checked events: cells, columns, rows, safety and reports; for every reader."""
