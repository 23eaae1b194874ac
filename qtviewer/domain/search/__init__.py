"""Text search without SQL: folding, tokens, pinyin, and the positions of hits in a text."""
