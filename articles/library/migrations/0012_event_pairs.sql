-- How likely pairs of event mentions are of one event, those that are not too unlikely, for clustering them anew when
-- another article comes. Articles linked before have none: their events stay as they are.

CREATE TABLE event_pair (
    first INTEGER NOT NULL REFERENCES event_mention (id) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES event_mention (id) ON DELETE CASCADE,
    chance INTEGER NOT NULL,  -- in thousandths
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_pair_by_second ON event_pair (second);
