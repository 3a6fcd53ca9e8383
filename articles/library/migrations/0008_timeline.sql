-- Events by when they happened: the most reported of those whose days are known, and the events of an article.

-- What somebody merely said has no place on a timeline.
CREATE INDEX event_dated ON event (articles DESC, mentions DESC, id)
    WHERE first_day IS NOT NULL AND event_class <> 'statement';

CREATE INDEX event_mention_by_article ON event_mention (article, event);

-- Articles without a date of their own that report an event which another dates: they appeared on that day or later.
CREATE TABLE event_dating (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    day TEXT NOT NULL,  -- ISO 8601
    evidence TEXT NOT NULL  -- JSON array
) STRICT;
