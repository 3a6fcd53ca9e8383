-- What the reader says of entities, apart from what was found. What lists show of them is read from columns.

ALTER TABLE entity RENAME COLUMN name TO found_name;
ALTER TABLE entity RENAME COLUMN kind TO found_kind;
ALTER TABLE entity ADD COLUMN given_name TEXT;  -- this and the next: the reader's, where another one was given
ALTER TABLE entity ADD COLUMN given_kind TEXT;
ALTER TABLE entity ADD COLUMN name TEXT GENERATED ALWAYS AS (coalesce(given_name, found_name)) VIRTUAL;
ALTER TABLE entity ADD COLUMN kind TEXT GENERATED ALWAYS AS (coalesce(given_kind, found_kind)) VIRTUAL;
ALTER TABLE entity ADD COLUMN is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1));
ALTER TABLE entity ADD COLUMN stands_for INTEGER REFERENCES entity (id);  -- the one it is shown as; NULL for itself

CREATE INDEX entity_standing_for ON entity (stands_for) WHERE stands_for IS NOT NULL;

DROP INDEX entity_by_articles;
CREATE INDEX entity_by_articles ON entity (articles DESC, mentions DESC) WHERE articles > 0 AND is_hidden = 0;
CREATE INDEX entity_unlisted ON entity (id) WHERE articles = 0 OR is_hidden = 1;

-- `entity` is what is shown, `found` what it would be without merging; NULL where that is the same.
ALTER TABLE article_entity ADD COLUMN found INTEGER REFERENCES entity (id);

CREATE INDEX article_entity_by_found ON article_entity (found, article) WHERE found IS NOT NULL;

CREATE TABLE entity_correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice, so that one that was revoked can come back
    deed TEXT NOT NULL CHECK (deed IN ('merge', 'split', 'rename', 'kind', 'hide')),
    entity INTEGER NOT NULL REFERENCES entity (id),
    name TEXT NOT NULL,
    kind TEXT,
    other INTEGER REFERENCES entity (id),  -- the entity merged into, or split off
    article INTEGER REFERENCES article (id) ON DELETE CASCADE,  -- NULL for all
    spelling TEXT NOT NULL,
    made_at TEXT NOT NULL  -- ISO 8601 in UTC
) STRICT;

CREATE INDEX entity_correction_by_entity ON entity_correction (entity);
CREATE INDEX entity_correction_by_other ON entity_correction (other);
CREATE INDEX entity_correction_by_article ON entity_correction (article);

-- The mentions of an article that a split gives to another entity, which has a row of its own in article_entity.
CREATE TABLE split_off (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,  -- of that row
    correction INTEGER NOT NULL,  -- which may be gone while the article awaits that it is applied no more
    found INTEGER REFERENCES entity (id),  -- what was found at the position, where no mention of that is left
    mentions TEXT NOT NULL,  -- JSON array: their indexes
    PRIMARY KEY (article, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX split_off_by_correction ON split_off (correction, article);

-- The articles whose links don't yet follow from what the reader says of their entities.
CREATE TABLE awaiting_links (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    is_sure INTEGER NOT NULL CHECK (is_sure IN (0, 1))  -- 0: only if a split, not applied yet, gives a mention away
) STRICT;
