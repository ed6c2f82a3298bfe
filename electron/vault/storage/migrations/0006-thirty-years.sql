-- What lists of thirty years go by: narrow copies of what they ask, kept by SQLite itself.
CREATE INDEX document_narrow ON document(id, register, year, level, state, out);   -- any filters at once, and any jump
CREATE INDEX expiry_review_waiting ON expiry_review(document, after) WHERE outcome = 'waiting';
CREATE INDEX particulars_declassified_at ON particulars(at, document) WHERE declassified = 1 AND cause = 'declassification';

CREATE TABLE search_ending (     -- derived, as the search index is: when the period of a document in keeping ends; none of what is 已解密 or gone
  document INTEGER PRIMARY KEY,
  expires_on TEXT NOT NULL
) STRICT;
CREATE INDEX search_ending_day ON search_ending(expires_on, document);

INSERT INTO search_ending(document, expires_on)
  SELECT document.id, p.expires_on FROM document JOIN particulars AS p ON p.id = document.current
  WHERE p.expires_on IS NOT NULL AND document.state IN ('registered','inProgress','finished','toDestroy','archived');

CREATE TRIGGER search_ending_of_new AFTER INSERT ON particulars BEGIN
  INSERT OR REPLACE INTO search_ending(document, expires_on)
    SELECT id, NEW.expires_on FROM document WHERE id = NEW.document AND current = NEW.id AND NEW.expires_on IS NOT NULL
    AND state IN ('registered','inProgress','finished','toDestroy','archived');
END;
CREATE TRIGGER search_ending_of_changed AFTER UPDATE OF state, current ON document BEGIN
  DELETE FROM search_ending WHERE document = NEW.id;
  INSERT INTO search_ending(document, expires_on)
    SELECT NEW.id, expires_on FROM particulars WHERE id = NEW.current AND expires_on IS NOT NULL
    AND NEW.state IN ('registered','inProgress','finished','toDestroy','archived');
END;
