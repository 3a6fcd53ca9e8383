-- What tells two people of one name apart.

ALTER TABLE entity ADD COLUMN walks TEXT NOT NULL DEFAULT '[]';  -- walks of life: a JSON array
ALTER TABLE entity ADD COLUMN beside TEXT NOT NULL DEFAULT '[]';  -- organisations named beside a person: a JSON array
