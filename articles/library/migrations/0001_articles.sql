-- Articles as they came and as they were cleaned, with the reader's marks on them.

CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),  -- SHA-256 of the raw bytes
    title TEXT NOT NULL,
    byline TEXT NOT NULL,
    outlet TEXT NOT NULL,
    day TEXT,  -- ISO 8601, the first day of what precision names; NULL while unknown
    precision TEXT NOT NULL,
    basis TEXT NOT NULL,
    moment TEXT,
    listed INTEGER NOT NULL,  -- minutes since 0001-01-01 by which lists are ordered: publication, else arrival
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'ready', 'failed')),
    failure TEXT NOT NULL DEFAULT '',
    words INTEGER NOT NULL,
    related INTEGER NOT NULL DEFAULT 0,  -- articles that report an event this one reports
    differing INTEGER NOT NULL DEFAULT 0,  -- those of them that differ from it or dispute it
    is_read INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1)),
    is_starred INTEGER NOT NULL DEFAULT 0 CHECK (is_starred IN (0, 1))
) STRICT;

-- Each order of the list and each filter by state reads ids from an index alone.
CREATE INDEX article_by_listed ON article (listed, id, day);
CREATE INDEX article_by_title ON article (title COLLATE NOCASE, id);
CREATE INDEX article_by_outlet ON article (outlet COLLATE NOCASE, listed DESC, id DESC);
CREATE INDEX article_by_related ON article (related DESC, listed DESC, id DESC);
CREATE INDEX article_unread ON article (listed, id, is_read) WHERE is_read = 0;
CREATE INDEX article_read ON article (listed, id, is_read) WHERE is_read = 1;
CREATE INDEX article_starred ON article (listed, id, is_starred) WHERE is_starred = 1;
CREATE INDEX article_differing ON article (listed, id, differing) WHERE differing > 0;
CREATE INDEX article_undated ON article (listed, id, day) WHERE day IS NULL;
CREATE INDEX article_waiting ON article (listed, id, state) WHERE state = 'waiting';
CREATE INDEX article_failed ON article (listed, id, state) WHERE state = 'failed';

CREATE TABLE raw_document (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    origin TEXT NOT NULL,
    format TEXT NOT NULL,
    retrieved_at TEXT NOT NULL,  -- ISO 8601 in UTC
    content BLOB NOT NULL  -- the bytes as they came, through zlib
) STRICT;

CREATE TABLE cleaned_text (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    content BLOB NOT NULL  -- the article as JSON through zlib
) STRICT;

CREATE VIRTUAL TABLE article_words USING fts5 (
    title, body, outlet, byline,
    content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),  -- the name, folded
    name TEXT NOT NULL
) STRICT;

CREATE TABLE article_tag (
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    PRIMARY KEY (article, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_tag_by_tag ON article_tag (tag, article);
