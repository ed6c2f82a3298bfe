-- 整库导出: the record as it left in open files. Asked for by a 保密员, approved by a 分管领导, ended once.
CREATE TABLE archive (           -- each export of the whole; how it ended is known later, or never where nobody chose a folder
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  approved_by INTEGER NOT NULL REFERENCES person(id),
  approve_signature INTEGER NOT NULL REFERENCES signature(id),
  ended_at TEXT,
  outcome TEXT CHECK (outcome IN ('good','cancelled','failed')),
  name TEXT,                     -- of its folder
  level TEXT CHECK (level IN ('internal','secret','confidential','topSecret')),   -- the highest that any row names
  size INTEGER,                  -- entries in it, and their root
  root TEXT,
  files INTEGER,
  lines INTEGER,                 -- rows in it
  digest TEXT,                   -- SHA-256 of its manifest.json, hexadecimal
  why TEXT,                      -- why it came to nothing
  CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  CHECK ((outcome IS NOT NULL AND outcome <> 'good') = (why IS NOT NULL)),
  CHECK ((outcome IS NOT NULL AND outcome = 'good') = (digest IS NOT NULL) AND (digest IS NULL) = (root IS NULL) AND (digest IS NULL) = (name IS NULL))
) STRICT;
CREATE TRIGGER archive_no_delete BEFORE DELETE ON archive BEGIN SELECT RAISE(ABORT, 'archive rows stay'); END;
CREATE TRIGGER archive_asked_fixed BEFORE UPDATE OF number, by_person, at, approved_by, approve_signature ON archive BEGIN SELECT RAISE(ABORT, 'what was approved is not edited'); END;
CREATE TRIGGER archive_ends_once BEFORE UPDATE ON archive WHEN OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an archive ends once'); END;
