-- The words of the reader's notes, and of the passages that are noted or highlighted, to be searched.

CREATE VIRTUAL TABLE note_words USING fts5 (
    note, passage, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

INSERT INTO note_words (rowid, note, passage)
SELECT id, note, coalesce(json_extract(quotation, '$.exact'), '') FROM passage_mark;
