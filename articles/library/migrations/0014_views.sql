-- Searches that the reader keeps under a name.

CREATE TABLE view (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),  -- the name, folded
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT NOT NULL
) STRICT;
