-- What the reader corrects of cleaning, and marks that are anchored in the text.

-- What the cleaner made, of articles whose text to read differs from it by corrections. It is the text itself elsewhere.
CREATE TABLE machine_text (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    outlet TEXT NOT NULL,
    content BLOB NOT NULL  -- the article as JSON through zlib
) STRICT;

CREATE INDEX machine_text_by_outlet ON machine_text (outlet COLLATE NOCASE);

CREATE TABLE line_correction (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    content TEXT NOT NULL  -- JSON: the line with those around it, its number, and whether it is kept
) STRICT;

CREATE INDEX line_correction_by_article ON line_correction (article);

CREATE TABLE outlet_rule (
    id INTEGER PRIMARY KEY,
    outlet TEXT NOT NULL COLLATE NOCASE,
    pattern TEXT NOT NULL,  -- of the lines: folded, numbers made 0
    is_kept INTEGER NOT NULL CHECK (is_kept IN (0, 1)),
    example TEXT NOT NULL,
    UNIQUE (outlet, pattern)
) STRICT;

-- How many lines of which articles a rule has changed.
CREATE TABLE rule_effect (
    rule INTEGER NOT NULL REFERENCES outlet_rule (id) ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    lines INTEGER NOT NULL,
    PRIMARY KEY (rule, article)
) STRICT, WITHOUT ROWID;

CREATE INDEX rule_effect_by_article ON rule_effect (article);

-- The articles whose text is not yet what the rules, which have changed since, make of it.
CREATE TABLE awaiting_rules (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE passage_mark (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    quotation TEXT NOT NULL,  -- JSON: the words with those around them, as they were when the mark was made
    block INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    note TEXT NOT NULL,  -- empty for a highlight
    is_placed INTEGER NOT NULL DEFAULT 1 CHECK (is_placed IN (0, 1))  -- 0 while its text is not there
) STRICT;

CREATE INDEX passage_mark_by_article ON passage_mark (article, block, start);
