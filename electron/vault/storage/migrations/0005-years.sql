-- 年度关账: the registers of a year that is over, counted and signed once (F1(1)b).
CREATE TABLE year_close (        -- append-only: one row for each closed year, in the order of the years
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL UNIQUE,
  counts TEXT NOT NULL,          -- JSON: every register and series of the year, and what was carried over, as it stood then
  size INTEGER NOT NULL,         -- entries of the record before this act, and its root over them
  root TEXT NOT NULL,
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  signature INTEGER NOT NULL REFERENCES signature(id),
  approved_by INTEGER NOT NULL REFERENCES person(id),
  approve_signature INTEGER NOT NULL REFERENCES signature(id),
  CHECK (by_person <> approved_by AND json_valid(counts))
) STRICT;
CREATE INDEX document_year ON document(year, id, register);   -- newest first without a sort; a year's register is read by its year, however many years there are

CREATE TRIGGER year_close_no_update BEFORE UPDATE ON year_close BEGIN SELECT RAISE(ABORT, 'year_close is append-only'); END;
CREATE TRIGGER year_close_no_delete BEFORE DELETE ON year_close BEGIN SELECT RAISE(ABORT, 'year_close is append-only'); END;
CREATE TRIGGER year_close_in_order BEFORE INSERT ON year_close WHEN EXISTS (SELECT 1 FROM year_close WHERE year >= NEW.year) BEGIN SELECT RAISE(ABORT, 'years are closed in their order'); END;
CREATE TRIGGER document_year_closed BEFORE INSERT ON document WHEN EXISTS (SELECT 1 FROM year_close WHERE year >= NEW.year) BEGIN SELECT RAISE(ABORT, 'the registers of this year are closed'); END;
CREATE TRIGGER counter_year_closed BEFORE UPDATE ON counter WHEN EXISTS (SELECT 1 FROM year_close WHERE year >= OLD.year) BEGIN SELECT RAISE(ABORT, 'no number is given in a closed year'); END;
CREATE TRIGGER counter_year_begun BEFORE INSERT ON counter WHEN EXISTS (SELECT 1 FROM year_close WHERE year >= NEW.year) BEGIN SELECT RAISE(ABORT, 'no number is given in a closed year'); END;
