-- What event mentions mean where they stand, as a sentence encoder told it: one row for each article read with one.

CREATE TABLE event_meanings (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    size INTEGER NOT NULL CHECK (size > 0),  -- bytes of one meaning
    meanings BLOB NOT NULL  -- one after the other, in the order of the article's event mentions; zeros for none
) STRICT;
