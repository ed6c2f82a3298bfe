-- How the file itself fared: what wrote it, and whether it was whole when somebody looked.

CREATE TABLE upgrade (           -- append-only: a newer program took the data over, at somebody's sign-in
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),   -- who signed in first
  from_version INTEGER NOT NULL CHECK (from_version > 0),   -- schema versions: how many migrations it had gone through
  to_version INTEGER NOT NULL,
  copy TEXT NOT NULL,            -- name of the folder with the copy made before, in the data folder
  size INTEGER NOT NULL,         -- entries before, and their root
  root TEXT NOT NULL,
  CHECK (to_version > from_version)
) STRICT;

CREATE TABLE file_check (        -- append-only: the file read page by page and the record verified, as it ended
  id INTEGER PRIMARY KEY,
  begun_at TEXT NOT NULL,
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),   -- who was signed in
  asked INTEGER NOT NULL CHECK (asked IN (0,1)),      -- 1: by hand; 0: the check of the day
  outcome TEXT NOT NULL CHECK (outcome IN ('whole','damaged')),
  size INTEGER,                  -- entries verified, and their root
  root TEXT,
  place TEXT,                    -- the first thing that does not hold: where, and why
  why TEXT,
  CHECK ((outcome = 'whole') = (root IS NOT NULL) AND (outcome = 'whole') = (why IS NULL) AND (place IS NULL) = (why IS NULL))
) STRICT;
CREATE INDEX file_check_whole ON file_check(id) WHERE outcome = 'whole';

CREATE TRIGGER upgrade_no_update BEFORE UPDATE ON upgrade BEGIN SELECT RAISE(ABORT, 'upgrade is append-only'); END;
CREATE TRIGGER upgrade_no_delete BEFORE DELETE ON upgrade BEGIN SELECT RAISE(ABORT, 'upgrade is append-only'); END;
CREATE TRIGGER file_check_no_update BEFORE UPDATE ON file_check BEGIN SELECT RAISE(ABORT, 'file_check is append-only'); END;
CREATE TRIGGER file_check_no_delete BEFORE DELETE ON file_check BEGIN SELECT RAISE(ABORT, 'file_check is append-only'); END;
