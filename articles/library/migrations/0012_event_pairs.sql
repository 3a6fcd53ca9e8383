-- How likely pairs of event mentions are of one event, those that are not too unlikely, for clustering them anew when
-- another article comes.

CREATE TABLE event_pair (
    first INTEGER NOT NULL REFERENCES event_mention (id) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES event_mention (id) ON DELETE CASCADE,
    chance INTEGER NOT NULL,  -- in thousandths
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_pair_by_second ON event_pair (second);

-- Mentions that were linked before pairs were kept. Those of one event stay together until they are linked again.
CREATE TABLE unpaired_mention (
    mention INTEGER PRIMARY KEY REFERENCES event_mention (id) ON DELETE CASCADE,
    event INTEGER NOT NULL  -- the event that it was of then
) STRICT;

INSERT INTO unpaired_mention SELECT id, event FROM event_mention;
