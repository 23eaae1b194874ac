-- Aggregates: computed from the events when these are written, so that reading any range of days costs what it returns.

-- How many events begin (edge 0) and end (edge 1) in each bucket of 4^level days, and of how many with an open end the
-- last known day lies in it (edge 2); the representative is the number of the first of them. A bucket is the day shifted
-- right by 2 * level bits.
CREATE TABLE density (
    edge INTEGER NOT NULL CHECK (edge IN (0, 1, 2)),
    level INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    category TEXT NOT NULL,
    status TEXT NOT NULL,
    importance INTEGER NOT NULL,
    count INTEGER NOT NULL,
    representative INTEGER NOT NULL,
    PRIMARY KEY (edge, level, bucket, category, status, importance)
) STRICT, WITHOUT ROWID;

-- The most important intervals of 2^length_class days or more, but less than twice as many, in each bucket of that length
-- they touch; a bucket is the day shifted right by length_class bits.
CREATE TABLE long_event (
    length_class INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    category TEXT NOT NULL,
    status TEXT NOT NULL,
    place INTEGER NOT NULL,
    event INTEGER NOT NULL,
    PRIMARY KEY (length_class, bucket, category, status, place)
) STRICT, WITHOUT ROWID;
