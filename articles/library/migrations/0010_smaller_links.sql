-- Links and the index behind them in fewer bytes: words that many links share are kept once, relations as numbers.

-- What links say in words: reasons, and what differs.
CREATE TABLE link_words (
    id INTEGER PRIMARY KEY,
    words TEXT NOT NULL UNIQUE
) STRICT;

INSERT OR IGNORE INTO link_words (words) SELECT value FROM link CROSS JOIN json_each(because);
INSERT OR IGNORE INTO link_words (words)
    SELECT atom FROM link CROSS JOIN json_tree(differences) WHERE atom IS NOT NULL;

ALTER TABLE link RENAME TO wordy_link;

-- Each link once, its lower (article, position) first; the relation is read from the first to the second.
CREATE TABLE link (
    first INTEGER NOT NULL REFERENCES event_mention (id) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES event_mention (id) ON DELETE CASCADE,
    relation INTEGER NOT NULL,  -- as numbered in articles/library/link_codes.py
    confidence INTEGER NOT NULL,  -- in thousandths
    because TEXT NOT NULL,  -- ids of words with spaces between
    differences TEXT NOT NULL,  -- the same, three for each: aspect, here, there
    PRIMARY KEY (first, second, relation)
) STRICT, WITHOUT ROWID;

INSERT INTO link
    SELECT
        first,
        second,
        CASE relation
            WHEN 'same event' THEN 1
            WHEN 'repeats' THEN 2
            WHEN 'differs' THEN 3
            WHEN 'disputes' THEN 4
            WHEN 'followed by' THEN 5
            WHEN 'preceded by' THEN 6
        END,
        round(1000 * confidence),
        (SELECT coalesce(group_concat(id, ' '), '') FROM
            (SELECT link_words.id FROM json_each(because) AS reason CROSS JOIN link_words ON words = reason.value
                ORDER BY reason.key)),
        (SELECT coalesce(group_concat(id, ' '), '') FROM
            (SELECT link_words.id FROM json_tree(differences) AS told CROSS JOIN link_words ON words = told.atom
                ORDER BY told.id))
    FROM wordy_link;

DROP TABLE wordy_link;

CREATE INDEX link_by_second ON link (second);

CREATE TRIGGER link_inserted AFTER INSERT ON link BEGIN
    UPDATE tally SET number = number + 1 WHERE counted = 'link';
END;

CREATE TRIGGER link_deleted AFTER DELETE ON link BEGIN
    UPDATE tally SET number = number - 1 WHERE counted = 'link';
END;

-- The article stands beside the mention, so that candidates are counted from the index alone.
ALTER TABLE slot_posting RENAME TO bare_posting;

CREATE TABLE slot_posting (
    key INTEGER NOT NULL REFERENCES slot_key (id),
    mention INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (key, mention)
) STRICT, WITHOUT ROWID;

INSERT INTO slot_posting
    SELECT key, mention, article FROM bare_posting CROSS JOIN event_mention ON event_mention.id = mention;

DROP TABLE bare_posting;

CREATE INDEX slot_posting_by_article ON slot_posting (article);
