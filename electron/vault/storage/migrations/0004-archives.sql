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

-- 打印清单: what of a printed list stands beside its print.
CREATE TABLE list_print (        -- append-only: a list on paper, by the rule of those that leave as a file
  id INTEGER PRIMARY KEY,
  print INTEGER NOT NULL UNIQUE REFERENCES print(id),
  list TEXT NOT NULL,
  filter TEXT NOT NULL,          -- JSON; what was searched for stands as true, for it may be part of a title
  rows INTEGER NOT NULL,
  free INTEGER NOT NULL,         -- rows that went without approval then
  approved_by INTEGER REFERENCES person(id),
  approve_signature INTEGER REFERENCES signature(id),
  CHECK ((approved_by IS NULL) = (approve_signature IS NULL)),
  CHECK (rows <= free OR approved_by IS NOT NULL)
) STRICT;
CREATE TRIGGER list_print_no_update BEFORE UPDATE ON list_print BEGIN SELECT RAISE(ABORT, 'list_print is append-only'); END;
CREATE TRIGGER list_print_no_delete BEFORE DELETE ON list_print BEGIN SELECT RAISE(ABORT, 'list_print is append-only'); END;
