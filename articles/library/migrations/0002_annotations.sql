-- What was found in the articles, and what joins them: entities, events and links.

CREATE TABLE annotations (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    content BLOB NOT NULL  -- the annotations as JSON through zlib
) STRICT;

CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    aliases TEXT NOT NULL,  -- JSON array
    articles INTEGER NOT NULL DEFAULT 0,
    mentions INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX entity_by_articles ON entity (articles DESC, mentions DESC);

CREATE TABLE entity_key (
    key TEXT NOT NULL,  -- a folded spelling under which candidates are looked up
    entity INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    PRIMARY KEY (key, entity)
) STRICT, WITHOUT ROWID;

CREATE INDEX entity_key_by_entity ON entity_key (entity);

CREATE VIRTUAL TABLE entity_words USING fts5 (
    names, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE article_entity (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,  -- index among the entities of the article's annotations
    entity INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_entity_by_entity ON article_entity (entity, article, mentions);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    event_class TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    factuality TEXT NOT NULL DEFAULT 'asserted',
    detail INTEGER NOT NULL,  -- how exactly label and days name it; a more exact mention replaces them
    articles INTEGER NOT NULL DEFAULT 0,
    mentions INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX event_by_articles ON event (articles DESC, mentions DESC);

CREATE VIRTUAL TABLE event_words USING fts5 (
    label, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE event_mention (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,  -- index among the event mentions of the article's annotations
    event INTEGER NOT NULL REFERENCES event (id),
    block INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    factuality TEXT NOT NULL,
    speaker TEXT NOT NULL,
    slots TEXT NOT NULL,  -- what linking compares, as JSON
    UNIQUE (article, position)
) STRICT;

CREATE INDEX event_mention_by_block ON event_mention (article, block);
CREATE INDEX event_mention_by_event ON event_mention (event, article);

-- The inverted index that finds candidates for linking: from what a slot holds to the mentions that hold it.
CREATE TABLE slot_key (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    mentions INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE slot_posting (
    key INTEGER NOT NULL REFERENCES slot_key (id),
    mention INTEGER NOT NULL REFERENCES event_mention (id) ON DELETE CASCADE,
    PRIMARY KEY (key, mention)
) STRICT, WITHOUT ROWID;

CREATE INDEX slot_posting_by_mention ON slot_posting (mention);

-- Each link once, its lower (article, position) first; the relation is read from the first to the second.
CREATE TABLE link (
    first INTEGER NOT NULL REFERENCES event_mention (id) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES event_mention (id) ON DELETE CASCADE,
    relation TEXT NOT NULL,
    confidence REAL NOT NULL,
    because TEXT NOT NULL,  -- JSON array
    differences TEXT NOT NULL,  -- JSON array of [aspect, here, there]
    PRIMARY KEY (first, second, relation)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_by_second ON link (second);

-- How many there are of what grows too large to be counted at each look.
CREATE TABLE tally (
    counted TEXT PRIMARY KEY,
    number INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

INSERT INTO tally (counted) VALUES ('entity'), ('event'), ('link');

CREATE TRIGGER entity_inserted AFTER INSERT ON entity BEGIN
    UPDATE tally SET number = number + 1 WHERE counted = 'entity';
END;

CREATE TRIGGER entity_deleted AFTER DELETE ON entity BEGIN
    UPDATE tally SET number = number - 1 WHERE counted = 'entity';
END;

CREATE TRIGGER event_inserted AFTER INSERT ON event BEGIN
    UPDATE tally SET number = number + 1 WHERE counted = 'event';
END;

CREATE TRIGGER event_deleted AFTER DELETE ON event BEGIN
    UPDATE tally SET number = number - 1 WHERE counted = 'event';
END;

CREATE TRIGGER link_inserted AFTER INSERT ON link BEGIN
    UPDATE tally SET number = number + 1 WHERE counted = 'link';
END;

CREATE TRIGGER link_deleted AFTER DELETE ON link BEGIN
    UPDATE tally SET number = number - 1 WHERE counted = 'link';
END;
