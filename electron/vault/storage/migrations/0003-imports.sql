-- 旧账导入: what was entered from ledgers that were kept before.

CREATE TABLE import (            -- append-only: each import, in the act that registered its papers
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('intake','holdings')),
  file_name TEXT NOT NULL,       -- may be a title: it stands here and nowhere else
  digest TEXT NOT NULL,          -- SHA-256 of the file, hexadecimal
  bytes INTEGER NOT NULL,
  sheet TEXT,                    -- NULL of a CSV file
  columns TEXT NOT NULL,         -- JSON: which column said what, by its place from 0
  rows INTEGER NOT NULL,         -- rows that were read
  entered INTEGER NOT NULL,      -- those of them that were registered
  known INTEGER NOT NULL,        -- in the register already
  gone INTEGER NOT NULL,         -- 已清退、销毁或移出, left to the old ledger
  faulty INTEGER NOT NULL,       -- left out because the clerk wanted the others alone
  documents INTEGER NOT NULL CHECK (documents > 0),
  copies INTEGER NOT NULL CHECK (copies >= documents),
  papers TEXT NOT NULL,          -- SHA-256 over what was registered, as it was signed: a line for each document
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id),
  CHECK (rows = entered + known + gone + faulty)
) STRICT;

CREATE TABLE import_document (   -- append-only: a document that was entered from an old ledger
  id INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import(id),
  document INTEGER NOT NULL UNIQUE REFERENCES document(id),
  old_number TEXT,               -- 原收文号
  lines TEXT NOT NULL,           -- JSON array: the rows of the sheet that tell of it
  received_on TEXT               -- 收文日期 by the old ledger; NULL: it gave none
) STRICT;
CREATE INDEX import_document_import ON import_document(import, document);

CREATE TABLE import_columns (    -- which column says what, remembered for files with the same heads
  id INTEGER PRIMARY KEY,
  heads TEXT NOT NULL UNIQUE,    -- SHA-256 of the heads
  kind TEXT NOT NULL CHECK (kind IN ('intake','holdings')),
  columns TEXT NOT NULL,         -- JSON
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER import_no_update BEFORE UPDATE ON import BEGIN SELECT RAISE(ABORT, 'import is append-only'); END;
CREATE TRIGGER import_no_delete BEFORE DELETE ON import BEGIN SELECT RAISE(ABORT, 'import is append-only'); END;
CREATE TRIGGER import_document_no_update BEFORE UPDATE ON import_document BEGIN SELECT RAISE(ABORT, 'import_document is append-only'); END;
CREATE TRIGGER import_document_no_delete BEFORE DELETE ON import_document BEGIN SELECT RAISE(ABORT, 'import_document is append-only'); END;
CREATE TRIGGER import_columns_no_delete BEFORE DELETE ON import_columns BEGIN SELECT RAISE(ABORT, 'import_columns rows stay'); END;
