-- What search finds, derived from the tables above. Texts stand in it as tokens with spaces between, made by the
-- program; for the `ascii` tokenizer all that is not ASCII is a letter, so that it neither drops nor splits one. The
-- index keeps no copy of the texts; rowid is that of the event. Beginnings of words are found by their first two letters
-- ("me", and "♪t" of pinyin); a third would double the index, a first would hold every Chinese character again.

CREATE VIRTUAL TABLE search USING fts5 (title, text, content = '', tokenize = 'ascii', prefix = '2');

-- Words whose pinyin is not the common one: 长三角, chang san jiao.
CREATE TABLE pinyin (
    word TEXT PRIMARY KEY,
    syllables TEXT NOT NULL
) STRICT;
