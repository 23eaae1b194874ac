"""What goes on paper: exports that are painted, from the words of exchange in the look of the window."""
