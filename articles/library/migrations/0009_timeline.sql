-- Events by when they happened: the most reported of those whose days are known, and the events of an article.

-- What somebody merely said has no place on a timeline.
CREATE INDEX event_dated ON event (articles DESC, mentions DESC, id)
    WHERE first_day IS NOT NULL AND event_class <> 'statement';

CREATE INDEX event_mention_by_article ON event_mention (article, event);
