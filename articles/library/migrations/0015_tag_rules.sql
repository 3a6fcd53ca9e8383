-- Tags that articles get by themselves when they come, and those that the reader has taken off by hand.

CREATE TABLE tag_rule (
    id INTEGER PRIMARY KEY,
    query TEXT NOT NULL,
    tag TEXT NOT NULL,
    UNIQUE (query, tag)
) STRICT;

CREATE TABLE refused_tag (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    key TEXT NOT NULL,  -- the name of the tag, folded
    PRIMARY KEY (article, key)
) STRICT, WITHOUT ROWID;
