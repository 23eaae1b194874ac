"""Text search without SQL: folding, tokens, pinyin, and where hits stand in a text; for the store and the window."""
