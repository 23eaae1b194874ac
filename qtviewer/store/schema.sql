-- A store: the events of one chronicle, their words in any number of languages, and what they refer to.
-- Days are Julian day numbers; a date is EDTF text, from which precision and the first and last day are derived. The
-- first minute, counted from the beginning of day 0, follows from the date and the time of day (HH:MM).

CREATE TABLE store_info (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE chronicle_text (
    lang TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL
) STRICT;

CREATE TABLE category (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    color TEXT NOT NULL,
    color_dark TEXT NOT NULL
) STRICT;

CREATE TABLE category_text (
    category TEXT NOT NULL REFERENCES category,
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (category, lang)
) STRICT;

CREATE TABLE collection (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE collection_text (
    collection TEXT NOT NULL REFERENCES collection,
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (collection, lang)
) STRICT;

CREATE TABLE source (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE source_text (
    source TEXT NOT NULL REFERENCES source,
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (source, lang)
) STRICT;

CREATE TABLE thread (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE
) STRICT;

CREATE TABLE thread_text (
    thread TEXT NOT NULL REFERENCES thread,
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (thread, lang)
) STRICT;

CREATE TABLE tag (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'place', 'topic'))
) STRICT;

CREATE TABLE tag_text (
    tag TEXT NOT NULL REFERENCES tag,
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (tag, lang)
) STRICT;

CREATE TABLE tag_alias (
    tag TEXT NOT NULL REFERENCES tag,
    alias TEXT NOT NULL,
    PRIMARY KEY (tag, alias)
) STRICT;

CREATE TABLE era (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    date TEXT NOT NULL,
    color TEXT NOT NULL,
    color_dark TEXT NOT NULL
) STRICT;

CREATE TABLE era_text (
    era TEXT NOT NULL REFERENCES era,
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (era, lang)
) STRICT;

CREATE TABLE event (
    number INTEGER PRIMARY KEY,  -- in date order
    id TEXT NOT NULL UNIQUE,
    category TEXT NOT NULL REFERENCES category,
    collection TEXT NOT NULL REFERENCES collection,
    date TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL CHECK (last_day >= first_day),  -- of an open end the last of the calendar
    known_last_day INTEGER NOT NULL CHECK (known_last_day BETWEEN first_day AND last_day),  -- of an open end the last
        -- day on which the event may have begun: no day here depends on when it is read
    first_minute INTEGER NOT NULL,
    precision TEXT NOT NULL CHECK (precision IN ('day', 'month', 'year', 'decade', 'century', 'interval', 'within')),
    approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
    time TEXT CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]' AND time < '24'),
    date_basis TEXT NOT NULL CHECK (date_basis IN ('printed', 'inferred', 'relative', 'lunar', 'contradictory')),
    status TEXT NOT NULL CHECK (status IN ('happened', 'ongoing', 'planned')),
    importance INTEGER NOT NULL CHECK (importance BETWEEN 1 AND 5),
    parent TEXT REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    thread TEXT REFERENCES thread,
    source TEXT NOT NULL REFERENCES source,
    source_section TEXT NOT NULL,
    source_heading TEXT NOT NULL
) STRICT;

CREATE TABLE event_text (
    event TEXT NOT NULL REFERENCES event (id),
    lang TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    date_note TEXT NOT NULL,
    PRIMARY KEY (event, lang)
) STRICT;

CREATE TABLE event_tag (
    event TEXT NOT NULL REFERENCES event (id),
    tag TEXT NOT NULL REFERENCES tag,
    position INTEGER NOT NULL,
    PRIMARY KEY (event, tag)
) STRICT;

CREATE TABLE figure (
    event TEXT NOT NULL REFERENCES event (id),
    position INTEGER NOT NULL,
    number REAL NOT NULL,
    PRIMARY KEY (event, position)
) STRICT;

CREATE TABLE figure_text (
    event TEXT NOT NULL,
    position INTEGER NOT NULL,
    lang TEXT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (event, position, lang),
    FOREIGN KEY (event, position) REFERENCES figure
) STRICT;

CREATE INDEX event_by_day ON event (first_day, last_day, known_last_day);
CREATE INDEX event_by_category ON event (category, first_day, first_minute, last_day);
CREATE INDEX event_within ON event (category, last_day, first_day) WHERE precision = 'within';
CREATE INDEX event_by_thread ON event (thread) WHERE thread IS NOT NULL;
CREATE INDEX event_by_parent ON event (parent) WHERE parent IS NOT NULL;
CREATE INDEX event_tag_by_tag ON event_tag (tag);
