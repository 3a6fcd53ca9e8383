-- Where articles come from again and again: feeds and watched folders; and what an article was before.

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('feed', 'folder')),
    address TEXT NOT NULL UNIQUE CHECK (address <> ''),  -- of a folder its absolute path
    title TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL DEFAULT '',
    home TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',  -- title and address, folded: what `feed:` looks at
    is_subscribed INTEGER NOT NULL DEFAULT 1 CHECK (is_subscribed IN (0, 1)),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),  -- 0: gone for good, out of rotation
    note TEXT NOT NULL DEFAULT '',  -- the last problem, or why it is out of rotation
    failures INTEGER NOT NULL DEFAULT 0,  -- checks in a row that failed
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    checked_at TEXT,  -- this and the next two in ISO 8601, UTC
    succeeded_at TEXT,
    not_before TEXT
) STRICT;

-- What a source has delivered, so that it is known again. The article is NULL where none could be made of it.
CREATE TABLE source_item (
    source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    key TEXT NOT NULL,  -- the item's id in a feed, the path below a folder
    digest BLOB NOT NULL,  -- SHA-256 of what was delivered last; empty where it could not be read
    stamp TEXT NOT NULL DEFAULT '',  -- size and times of a file, which is not read again while they stay
    article INTEGER REFERENCES article (id) ON DELETE SET NULL,
    PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX source_item_by_article ON source_item (article, source);

CREATE TABLE article_address (
    address TEXT NOT NULL,  -- under which the article, or an earlier version of it, was found
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (address, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_address_by_article ON article_address (article);

-- The bytes of earlier versions of an article, for ever, as those of the present one in raw_document.
CREATE TABLE earlier_raw_document (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    origin TEXT NOT NULL,
    format TEXT NOT NULL,
    retrieved_at TEXT NOT NULL,
    charset TEXT NOT NULL,
    content BLOB NOT NULL,
    cleaned BLOB,  -- what was read then, as JSON through zlib; NULL where it never was the article's text
    UNIQUE (article, digest)
) STRICT;

CREATE INDEX earlier_raw_document_by_digest ON earlier_raw_document (digest);

ALTER TABLE raw_document ADD COLUMN charset TEXT NOT NULL DEFAULT '';  -- as the server named it

ALTER TABLE article ADD COLUMN is_summary INTEGER NOT NULL DEFAULT 0 CHECK (is_summary IN (0, 1));

CREATE INDEX article_summary ON article (listed, id, is_summary) WHERE is_summary = 1;
