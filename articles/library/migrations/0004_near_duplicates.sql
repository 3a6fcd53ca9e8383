-- Signatures by which near-duplicates of a text are found, and which articles are versions of one another.

-- The words of a text as MinHash values (articles.linking.signatures), made by the method that article.signed_by says.
CREATE TABLE text_signature (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    content BLOB NOT NULL  -- 32 bits a value, little-endian; empty where the text is too short to be compared
) STRICT;

-- The index that finds candidates: from a band of a signature to the articles that have it. It refers to no article,
-- since that would cost a look-up a band; whoever reads it asks for the signature next.
CREATE TABLE text_band (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) STRICT, WITHOUT ROWID;

-- Two articles that were found to have the same text, the lower id first.
CREATE TABLE same_text (
    first INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;

CREATE INDEX same_text_by_second ON same_text (second, first);

-- Articles that have the same text, directly or by way of others: one row of a folded list.
CREATE TABLE version_group (
    id INTEGER PRIMARY KEY,
    shown INTEGER NOT NULL,  -- the article that stands for all of them
    versions INTEGER NOT NULL,  -- how many they are
    is_unfolded INTEGER NOT NULL DEFAULT 0 CHECK (is_unfolded IN (0, 1))  -- the reader's choice
) STRICT;

CREATE INDEX version_group_unfolded ON version_group (id, shown) WHERE is_unfolded = 1;

CREATE TABLE version (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    in_group INTEGER NOT NULL REFERENCES version_group (id)
) STRICT;

CREATE INDEX version_by_group ON version (in_group, article);

-- Articles that the reader took out of their group: they are nobody's version.
CREATE TABLE taken_apart (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
) STRICT;

ALTER TABLE article ADD COLUMN signed_by INTEGER NOT NULL DEFAULT 0;  -- method of its signature; 0 while it has none
ALTER TABLE article ADD COLUMN is_hidden INTEGER NOT NULL DEFAULT 0;  -- 1 where another version stands for it

CREATE INDEX article_unsigned ON article (id, signed_by) WHERE signed_by = 0;
CREATE INDEX article_hidden ON article (id, is_hidden) WHERE is_hidden = 1;

-- Each order of the folded list is read from an index alone.
DROP INDEX article_by_listed;
DROP INDEX article_by_title;
DROP INDEX article_by_outlet;
DROP INDEX article_by_related;
CREATE INDEX article_by_listed ON article (listed, id, day, is_hidden);
CREATE INDEX article_by_title ON article (title COLLATE NOCASE, id, is_hidden);
CREATE INDEX article_by_outlet ON article (outlet COLLATE NOCASE, listed DESC, id DESC, is_hidden);
CREATE INDEX article_by_related ON article (related DESC, listed DESC, id DESC, is_hidden);
CREATE INDEX article_by_added ON article (id, is_hidden);
