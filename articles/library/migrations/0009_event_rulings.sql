-- What the reader says of two passages, apart from what was found: that they report one event, or that they don't.

CREATE TABLE event_ruling (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, so that one that was revoked can come back
    is_same INTEGER NOT NULL CHECK (is_same IN (0, 1)),
    here INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    here_passage TEXT NOT NULL,  -- JSON: the trigger with the words around it, its place and sentence, as they were
    there INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    there_passage TEXT NOT NULL,
    made_at TEXT NOT NULL,  -- ISO 8601 in UTC
    CHECK (here <> there)
) STRICT;

CREATE INDEX event_ruling_by_here ON event_ruling (here);
CREATE INDEX event_ruling_by_there ON event_ruling (there);
