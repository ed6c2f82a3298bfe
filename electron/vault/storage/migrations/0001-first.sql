-- Every business table has an INTEGER PRIMARY KEY `id`: the audit binds each row by (table, id) to its last digest.

CREATE TABLE office (            -- one row: the unit's settings
  id INTEGER PRIMARY KEY CHECK (id = 1),
  vault TEXT NOT NULL,           -- uuid, also in the key file
  unit TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('internal','secret','confidential','topSecret')),
  settings TEXT NOT NULL         -- JSON of the changeable settings (contract/office.ts)
) STRICT;

CREATE TABLE calendar_year (     -- id is the year
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  off_days TEXT NOT NULL,        -- JSON array of days
  working_days TEXT NOT NULL
) STRICT;

CREATE TABLE deadline (          -- every limit in working days, as it stands: one of a kind for a record; a restart, an extension, a pause and a calendar count it anew
  id INTEGER PRIMARY KEY,
  of_table TEXT NOT NULL CHECK (of_table IN ('disclosure','disclosure_item','disclosure_step','publication','review_step')),
  record INTEGER NOT NULL,
  number TEXT NOT NULL,          -- of the case
  kind TEXT NOT NULL CHECK (kind IN ('reply','supplementNotice','supplement','thirdParty','coMaker','publish')),
  from_day TEXT NOT NULL,        -- not counted itself
  days INTEGER NOT NULL CHECK (days > 0),            -- working days in all
  extension INTEGER NOT NULL CHECK (extension >= 0 AND extension < days),   -- those of them by which it was extended
  pauses TEXT NOT NULL,          -- JSON array of {from,to}: the days after the one, up to and with the other, do not count
  due TEXT,                      -- NULL while it stands still or reaches a year without a calendar
  open INTEGER NOT NULL CHECK (open IN (0,1)),
  UNIQUE (of_table, record, kind)
) STRICT;
CREATE INDEX deadline_due ON deadline(due) WHERE open = 1;

CREATE TABLE calendar_change (   -- append-only: each year that was loaded or changed after the set-up, signed
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  before TEXT,                   -- JSON {source,off,working}; NULL: the year had none
  after TEXT NOT NULL,
  file TEXT,                     -- SHA-256 of the file that it was read from; NULL: typed
  looked INTEGER NOT NULL,       -- running deadlines that reach into the year
  moved INTEGER NOT NULL,        -- those of them whose day changed: `calendar_move`
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id),
  CHECK (moved <= looked)
) STRICT;

CREATE TABLE calendar_move (     -- append-only: a running deadline whose day a change of calendar moved
  id INTEGER PRIMARY KEY,
  change INTEGER NOT NULL REFERENCES calendar_change(id),
  deadline INTEGER NOT NULL REFERENCES deadline(id),
  before TEXT,                   -- NULL: it had no day for want of the year, or stood still
  after TEXT,
  UNIQUE (change, deadline),
  CHECK (before IS NOT after)
) STRICT;
CREATE INDEX calendar_move_deadline ON calendar_move(deadline, id);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  identity TEXT NOT NULL,        -- 人员编号: tells a person from their accounts
  department TEXT NOT NULL,
  post TEXT,
  roles TEXT NOT NULL,           -- JSON array of role codes
  account TEXT NOT NULL CHECK (account IN ('none','initial','active','disabled')),
  password_set_at TEXT,          -- UTC instant
  last_sign_in TEXT
) STRICT;

CREATE INDEX person_identity ON person(identity);

CREATE TABLE person_key (        -- Ed25519 public keys; a signature is checked against the key of its time
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person(id),
  public_key TEXT NOT NULL UNIQUE,   -- base64, 32 bytes raw
  since TEXT NOT NULL,
  retired TEXT
) STRICT;

CREATE TABLE person_change (     -- append-only: why somebody's duties or account changed
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person(id),
  act TEXT NOT NULL,             -- the procedure
  before TEXT NOT NULL,          -- JSON array of role codes, or the account's state
  after TEXT NOT NULL,
  reason TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  set_signature INTEGER REFERENCES signature(id),    -- of roles: the 安全保密管理员 who set them
  agree_signature INTEGER REFERENCES signature(id)   -- of roles: the 系统管理员 who was there and agreed
) STRICT;
CREATE INDEX person_change_person ON person_change(person, id);

CREATE TABLE group_term (        -- 领导小组: who sits in it from which day to which; a term is ended once and never edited (B5, B6)
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person(id),
  seat TEXT NOT NULL CHECK (seat IN ('leader','member')),
  from_day TEXT NOT NULL,
  until_day TEXT,                -- the last day by the appointment; NULL: none is named
  paper TEXT NOT NULL,           -- 任命文件, by its 文号
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id),
  ended_on TEXT,
  reason TEXT,
  ended_by INTEGER REFERENCES person(id),
  ended_at TEXT,
  end_signature INTEGER REFERENCES signature(id),
  CHECK (until_day IS NULL OR until_day >= from_day),
  CHECK ((ended_on IS NULL) = (end_signature IS NULL) AND (ended_on IS NULL) = (reason IS NULL))
) STRICT;

CREATE TABLE training (          -- append-only: 培训 and 流程改进会议 (G5–G7)
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('training','improvement')),
  held_on TEXT NOT NULL,
  hours INTEGER NOT NULL CHECK (hours > 0),
  subject TEXT NOT NULL,
  material TEXT,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id)
) STRICT;
CREATE INDEX training_held ON training(kind, held_on);

CREATE TABLE training_present (  -- append-only: who was there
  id INTEGER PRIMARY KEY,
  training INTEGER NOT NULL REFERENCES training(id),
  person INTEGER NOT NULL REFERENCES person(id),
  UNIQUE (training, person)
) STRICT;
CREATE INDEX training_present_person ON training_present(person, training);

CREATE TABLE recovery_set (      -- 密钥恢复单: each set of three sheets; only the last one opens anything
  id INTEGER PRIMARY KEY,
  public_key TEXT NOT NULL UNIQUE,   -- of the lock in the key file that two of the three open
  reason TEXT,                   -- why there is a new set; NULL for that of the set-up
  by_person INTEGER NOT NULL REFERENCES person(id),
  made_at TEXT NOT NULL,
  set_signature INTEGER REFERENCES signature(id),    -- the 系统管理员 who asked; NULL for the set of the set-up, before anybody had a key
  agree_signature INTEGER REFERENCES signature(id),  -- the 安全保密管理员 or 安全审计员 who was there and agreed
  sealed_at TEXT,                -- told to lie sealed with their keepers
  opened_at TEXT,                -- two of the three were used
  CHECK ((set_signature IS NULL) = (agree_signature IS NULL) AND (set_signature IS NULL) = (reason IS NULL))
) STRICT;

CREATE TABLE signature (         -- append-only
  id INTEGER PRIMARY KEY,
  person_key INTEGER NOT NULL REFERENCES person_key(id),
  purpose TEXT NOT NULL,
  record TEXT NOT NULL,          -- the canonical record that was signed: JSON, keys sorted, numbers and no title
  at TEXT NOT NULL,
  bytes TEXT NOT NULL            -- base64, 64 bytes
) STRICT;

CREATE TABLE counter (           -- gap-free numbers: one row for each series and year
  id INTEGER PRIMARY KEY,
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  UNIQUE (series, year)
) STRICT;

CREATE TABLE envelope (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  envelope_no TEXT NOT NULL,
  sender TEXT NOT NULL,
  received_at TEXT NOT NULL,     -- wall-clock minute
  received_by INTEGER NOT NULL REFERENCES person(id),
  seal_intact INTEGER NOT NULL CHECK (seal_intact IN (0,1)),
  seal_note TEXT,
  personal_for INTEGER REFERENCES person(id),
  state TEXT NOT NULL CHECK (state IN ('unopened','personalUnopened','opened','toRegister','retained','registered')),
  opened_at TEXT,
  opened_by INTEGER REFERENCES person(id),
  receive_signature INTEGER NOT NULL REFERENCES signature(id),
  open_signature INTEGER REFERENCES signature(id),
  turn_over_signature INTEGER REFERENCES signature(id)
) STRICT;
CREATE INDEX envelope_letter ON envelope(envelope_no, sender);
CREATE INDEX envelope_waiting ON envelope(state, id);
CREATE INDEX envelope_addressee ON envelope(personal_for, state) WHERE personal_for IS NOT NULL;

CREATE TABLE document (          -- identity and state; what the paper says is in `particulars`
  id INTEGER PRIMARY KEY,
  register TEXT NOT NULL CHECK (register IN ('classified','internal','compiled')),
  year INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE,
  envelope INTEGER REFERENCES envelope(id),          -- what it came in
  reproduction INTEGER UNIQUE REFERENCES reproduction(id),   -- 汇编: the request under which it was made here; it came in nothing
  listed INTEGER NOT NULL,
  counted INTEGER NOT NULL,      -- 收: of a 汇编 none
  discrepancy_note TEXT,
  registered_by INTEGER NOT NULL REFERENCES person(id),
  register_signature INTEGER NOT NULL REFERENCES signature(id),
  state TEXT NOT NULL CHECK (state IN ('registered','inProgress','finished','toDestroy','archived','destroyed','returned')),
  result TEXT,                   -- 办理结果 at 办结
  finished_at TEXT,
  current INTEGER NOT NULL,      -- id of the current particulars
  level TEXT NOT NULL,           -- of the current particulars, for filtering
  copies INTEGER NOT NULL,
  out INTEGER NOT NULL DEFAULT 0 CHECK (out >= 0 AND out <= copies),   -- copies that are circulating, lent or missing
  CHECK ((register = 'compiled') = (reproduction IS NOT NULL) AND (register = 'compiled') = (envelope IS NULL)),
  CHECK ((register = 'compiled') = (counted = 0) AND (counted > 0 OR listed = 0))
) STRICT;
CREATE INDEX document_register ON document(register, id, year);   -- newest first without a sort; the year is in it
CREATE INDEX document_level ON document(level, id);
CREATE INDEX document_state ON document(state, id);
CREATE INDEX document_envelope ON document(envelope);
CREATE INDEX document_out ON document(id) WHERE out > 0;

CREATE TABLE particulars (       -- append-only: registration, corrections, level changes, 解密
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('registration','correction','levelChange','declassification')),
  reason TEXT,
  notice TEXT,                   -- JSON {issuer,symbol,date,basis?} for a level change or a 解密; a 期满审核 has none where it confirms 自行解密
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  title TEXT NOT NULL,
  symbol TEXT,
  sender TEXT NOT NULL,
  attachments TEXT,
  urgency TEXT NOT NULL,
  made_on TEXT NOT NULL,
  addressee TEXT,
  handled_by TEXT,
  return_by TEXT,
  copy_ban INTEGER NOT NULL DEFAULT 0 CHECK (copy_ban IN (0,1)),   -- marked 不得翻印复印
  remarks TEXT,
  level TEXT NOT NULL,
  period TEXT,                   -- JSON of contract period; NULL for internal
  mark TEXT NOT NULL,
  declassified INTEGER NOT NULL DEFAULT 0 CHECK (declassified IN (0,1)),   -- 已解密: level and period are what they were, the mark says so
  expires_on TEXT,
  UNIQUE (document, version),
  CHECK (declassified = 0 OR expires_on IS NULL),
  CHECK (cause <> 'levelChange' OR notice IS NOT NULL)
) STRICT;
CREATE INDEX particulars_ending ON particulars(expires_on, document) WHERE expires_on IS NOT NULL;
CREATE INDEX particulars_return ON particulars(return_by, document) WHERE return_by IS NOT NULL;
CREATE INDEX particulars_declassified ON particulars(document) WHERE declassified = 1;
CREATE INDEX particulars_symbol ON particulars(symbol);
CREATE INDEX particulars_unnumbered ON particulars(made_on, title) WHERE symbol IS NULL;

CREATE TABLE outgoing (          -- 密件发文登记: a reply or report to an incoming paper, until its receipt is back
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document(id),   -- the incoming paper
  title TEXT NOT NULL,
  symbol TEXT,
  level TEXT NOT NULL CHECK (level IN ('internal','secret','confidential','topSecret')),
  period TEXT,                   -- JSON of contract period; NULL for internal
  mark TEXT NOT NULL,
  made_on TEXT NOT NULL,
  addressee TEXT NOT NULL,
  copies INTEGER NOT NULL CHECK (copies > 0),   -- numbered from 01 on
  maker INTEGER NOT NULL REFERENCES person(id),
  entered_by INTEGER NOT NULL REFERENCES person(id),
  entered_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('drafted','approved','rejected','sent','receipted','cancelled')),
  decided_by INTEGER REFERENCES person(id),
  opinion TEXT,
  signature INTEGER REFERENCES signature(id),
  route TEXT CHECK (route IN ('courier','mail','person')),
  carriers TEXT,                 -- JSON array of person ids, of 专人
  waybill TEXT,
  sent_at TEXT,                  -- wall-clock minute
  sent_by INTEGER REFERENCES person(id),
  send_signature INTEGER REFERENCES signature(id),
  receipt TEXT,                  -- number of the 回执
  received_on TEXT,
  receipt_by INTEGER REFERENCES person(id),
  receipt_signature INTEGER REFERENCES signature(id),
  void_reason TEXT,
  closed_at TEXT
) STRICT;
CREATE INDEX outgoing_state ON outgoing(state, id);
CREATE INDEX outgoing_document ON outgoing(document, id);

CREATE TABLE review (            -- 保密审查: what a 科室 wants to make public; what its text is stands in `review_version`
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  carrier TEXT NOT NULL CHECK (carrier IN ('official','other')),
  unit TEXT NOT NULL,            -- 拟公开单位
  department TEXT NOT NULL,      -- of the 承办人 when it was filed
  handler INTEGER NOT NULL REFERENCES person(id),    -- 承办人 as it was filed
  handling INTEGER NOT NULL REFERENCES person(id),   -- 承办人 now: as filed, or whom it was handed on to last
  document INTEGER REFERENCES document(id),
  item INTEGER REFERENCES disclosure_item(id), -- of an application, that it is to answer
  entered_by INTEGER NOT NULL REFERENCES person(id),
  entered_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('drafted','pending','opined','examined','open','onApplication','withheld','toChange','toDeclassify','toRefer','referred','answered','released','filed','byArchives','cancelled')),
  version INTEGER NOT NULL,      -- the version that stands
  since TEXT NOT NULL            -- when it came to stand where it does
) STRICT;
CREATE INDEX review_state ON review(state, id);
CREATE INDEX review_department ON review(department, id);
CREATE INDEX review_handling ON review(handling, id);
CREATE INDEX review_entered ON review(entered_at);
CREATE INDEX review_item ON review(item) WHERE item IS NOT NULL;

CREATE TABLE review_version (    -- append-only: each text that was reviewed; it lies on paper, or in `review_text`
  id INTEGER PRIMARY KEY,
  review INTEGER NOT NULL REFERENCES review(id),
  version INTEGER NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  title TEXT NOT NULL,
  symbol TEXT,
  summary TEXT,
  attribute TEXT CHECK (attribute IN ('proactive','onApplication','withheld')),
  made_on TEXT NOT NULL,
  pages INTEGER NOT NULL CHECK (pages > 0),
  digest TEXT,                   -- SHA-256 of the text in `review_text`; where there is none, of the file that it is printed from, as typed
  redactions TEXT,               -- canonical JSON [{from,to,how,reason}], of a text in `review_text`
  released TEXT,                 -- SHA-256 of that text with its deletions applied
  channels TEXT NOT NULL,        -- JSON array of codes
  channel_note TEXT,
  planned_on TEXT,
  audience TEXT,
  transferred INTEGER NOT NULL CHECK (transferred IN (0,1)),
  changes TEXT,                  -- NULL of the first
  declassification TEXT,         -- JSON {issuer,symbol,date} (B10)
  UNIQUE (review, version),
  CHECK ((version = 1) = (changes IS NULL)),
  CHECK ((redactions IS NULL) = (released IS NULL)),
  CHECK (released IS NULL OR digest IS NOT NULL),
  CHECK (symbol IS NOT NULL OR summary IS NOT NULL)
) STRICT;

CREATE TABLE review_text (       -- append-only: the words of a version, where the unit keeps them in the vault (domain 6 (8))
  id INTEGER PRIMARY KEY,
  review INTEGER NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  UNIQUE (review, version),
  FOREIGN KEY (review, version) REFERENCES review_version(review, version)
) STRICT;

CREATE TABLE review_step (       -- append-only: every signed act of a case, on the version that it was about
  id INTEGER PRIMARY KEY,
  review INTEGER NOT NULL REFERENCES review(id),
  version INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('opinion','examine','decide','consult','consulted','refer','reply','release','handedOn','filed','byArchives','cancelled')),
  outcome TEXT,                  -- proposed, decided, answered, concluded; the channel of a release
  words TEXT,
  facts TEXT NOT NULL,           -- canonical JSON
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id),
  FOREIGN KEY (review, version) REFERENCES review_version(review, version)
) STRICT;
CREATE INDEX review_step_review ON review_step(review, id);
CREATE INDEX review_step_counted ON review_step(at) WHERE act IN ('decide','release');

CREATE TABLE publication (       -- 公开目录: what the unit makes public of its own accord; what of it was made public stands in `review_step`
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,         -- of its number
  class TEXT NOT NULL CHECK (class IN ('rules','disclosure','duties','licences','plans','statistics','penalties','budget','fees','procurement','projects','welfare','emergencies','inspections','recruitment','other')),
  title TEXT NOT NULL,
  made_on TEXT NOT NULL,
  department TEXT NOT NULL,      -- 责任科室
  channels TEXT NOT NULL,        -- JSON array of codes
  channel_note TEXT,
  review INTEGER REFERENCES review(id),   -- that decides on its text
  entered_by INTEGER NOT NULL REFERENCES person(id),
  entered_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('listed','published','takenDown','withdrawn','withheld','cancelled')),
  published_on TEXT,             -- of what is public, or was last
  take_down_by TEXT              -- when it leaves the 网站; NULL where it is not there, or stays for good
) STRICT;
CREATE INDEX publication_state ON publication(state, id);
CREATE INDEX publication_class ON publication(class, id);
CREATE INDEX publication_department ON publication(department, id);
CREATE INDEX publication_year ON publication(year, id);
CREATE INDEX publication_published ON publication(published_on, class) WHERE published_on IS NOT NULL;
CREATE INDEX publication_leaving ON publication(take_down_by, id) WHERE take_down_by IS NOT NULL;
CREATE UNIQUE INDEX publication_review ON publication(review) WHERE review IS NOT NULL AND state <> 'cancelled';

CREATE TABLE publication_step (  -- append-only: every signed ending of an entry
  id INTEGER PRIMARY KEY,
  publication INTEGER NOT NULL REFERENCES publication(id),
  act TEXT NOT NULL CHECK (act IN ('takenDown','withdrawn','withheld','cancelled')),
  version INTEGER,               -- of the text that it is about
  cause TEXT CHECK (cause IN ('secret','mistaken','lapsed')),
  on_day TEXT,
  words TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id),
  CHECK ((act = 'withdrawn') = (cause IS NOT NULL)),
  CHECK ((act IN ('takenDown','withdrawn')) = (on_day IS NOT NULL))
) STRICT;
CREATE INDEX publication_step_publication ON publication_step(publication, id);
CREATE INDEX publication_step_secret ON publication_step(at) WHERE cause = 'secret';

CREATE TABLE disclosure (        -- 依申请公开: an application; what it asks for stands in `application` and `disclosure_item`
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL CHECK (channel IN ('inPerson','signedMail','plainMail','online','fax','oral','telephone')),
  arrived_on TEXT NOT NULL,
  confirmed_on TEXT,
  labelled INTEGER CHECK (labelled IN (0,1)),
  received_on TEXT NOT NULL,     -- the day of receipt that the channel makes (条例31)
  entered_by INTEGER NOT NULL REFERENCES person(id),
  entered_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received','supplementing','registered','answered','delivered','filed','abandoned','withdrawn')),
  version INTEGER NOT NULL,      -- the version of the application that stands
  since TEXT NOT NULL            -- when it came to stand where it does
) STRICT;
CREATE INDEX disclosure_state ON disclosure(state, id);
CREATE INDEX disclosure_received ON disclosure(received_on);

CREATE TABLE application (       -- append-only: the application as it was received, and as a 补正 left it
  id INTEGER PRIMARY KEY,
  disclosure INTEGER NOT NULL REFERENCES disclosure(id),
  version INTEGER NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  received_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person','company','research','welfare','legal','other')),
  name TEXT NOT NULL,
  evidence TEXT CHECK (evidence IN ('identityCard','otherIdentity','creditCode','organisationCode','licence')),
  evidence_no TEXT,
  agent TEXT,
  telephone TEXT,
  address TEXT,
  email TEXT,
  content TEXT NOT NULL,
  provided_as TEXT CHECK (provided_as IN ('paper','electronic','reading')),
  obtained_by TEXT CHECK (obtained_by IN ('mail','collected','electronic','fax')),
  UNIQUE (disclosure, version)
) STRICT;

CREATE TABLE disclosure_item (   -- one of the things asked for, answered apart
  id INTEGER PRIMARY KEY,
  disclosure INTEGER NOT NULL REFERENCES disclosure(id),
  ordinal INTEGER NOT NULL,
  content TEXT NOT NULL,
  handler INTEGER NOT NULL REFERENCES person(id),
  department TEXT NOT NULL,      -- of the 承办人 when it was given to them
  state TEXT NOT NULL CHECK (state IN ('inHand','consulting','inReview','drafted','answered','delivered','ended')),
  since TEXT NOT NULL,
  UNIQUE (disclosure, ordinal)
) STRICT;
CREATE INDEX disclosure_item_state ON disclosure_item(state, id);
CREATE INDEX disclosure_item_department ON disclosure_item(department, disclosure);

CREATE TABLE disclosure_step (   -- append-only: every signed act of an application
  id INTEGER PRIMARY KEY,
  disclosure INTEGER NOT NULL REFERENCES disclosure(id),
  item INTEGER REFERENCES disclosure_item(id),
  act TEXT NOT NULL CHECK (act IN ('receive','askSupplement','supplement','register','assign','consult','consulted','requestExtension','extend','refuseExtension','reply','approve','giveBack','letter','deliver','abandoned','withdrawn','file')),
  outcome TEXT,                  -- the kind of reply, what was answered, who was asked, how it was delivered
  words TEXT,
  facts TEXT NOT NULL,           -- canonical JSON
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id)
) STRICT;
CREATE INDEX disclosure_step_disclosure ON disclosure_step(disclosure, id);
CREATE INDEX disclosure_step_counted ON disclosure_step(act, at) WHERE act IN ('approve','abandoned','withdrawn','extend','askSupplement');

CREATE TABLE disclosure_letter ( -- append-only: each letter as it was written, with the words of the law that stood on its day
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  disclosure INTEGER NOT NULL REFERENCES disclosure(id),
  item INTEGER REFERENCES disclosure_item(id),
  step INTEGER NOT NULL REFERENCES disclosure_step(id),
  kind TEXT NOT NULL CHECK (kind IN ('receipt','supplement','explain','extension','thirdParty','thirdPartyTold','coMaker','assist','fee','reply')),
  addressee TEXT NOT NULL,
  written_on TEXT NOT NULL,
  wording TEXT NOT NULL,         -- the day from which that text of the letter is right
  text TEXT NOT NULL,            -- canonical JSON: {title, paragraphs, remedies}
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id)
) STRICT;
CREATE INDEX disclosure_letter_disclosure ON disclosure_letter(disclosure, id);

CREATE TABLE heard (             -- append-only: 咨询 and 反馈 (A四(一)1, G三.4)
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('enquiry','opinion','suggestion','complaint','satisfied')),
  channel TEXT NOT NULL,
  heard_on TEXT NOT NULL,
  from_whom TEXT,
  content TEXT NOT NULL,
  disclosure INTEGER REFERENCES disclosure(id),
  review INTEGER REFERENCES review(id),
  answer TEXT,
  improvement TEXT,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX heard_kind ON heard(kind, id);
CREATE INDEX heard_disclosure ON heard(disclosure, id) WHERE disclosure IS NOT NULL;
CREATE INDEX heard_on_day ON heard(heard_on);

CREATE TABLE evaluation (        -- append-only: 半年评估 (G三.4) and 年度报告 (条例49), as they were signed; of a half or a year the last stands
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  half INTEGER CHECK (half IN (1,2)),   -- NULL of a year's report
  figures TEXT NOT NULL,         -- canonical JSON: what was counted then
  typed TEXT,                    -- canonical JSON: what no desk counts; of a report alone
  words TEXT NOT NULL,           -- canonical JSON
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id),
  CHECK ((half IS NULL) = (typed IS NOT NULL))
) STRICT;
CREATE INDEX evaluation_of ON evaluation(year, half, id);

CREATE TABLE expiry_review (     -- append-only: 期满审核 of one document, by a 保密员 and a 分管领导
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document(id),
  before INTEGER NOT NULL REFERENCES particulars(id),   -- the version that was reviewed
  after INTEGER NOT NULL REFERENCES particulars(id),    -- what it became; the same while the issuer's answer is waited for
  outcome TEXT NOT NULL CHECK (outcome IN ('declassified','waiting')),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  signature INTEGER NOT NULL REFERENCES signature(id),
  approved_by INTEGER NOT NULL REFERENCES person(id),
  approve_signature INTEGER NOT NULL REFERENCES signature(id),
  CHECK ((outcome = 'waiting') = (before = after))
) STRICT;
CREATE INDEX expiry_review_document ON expiry_review(document, id);
CREATE INDEX expiry_review_after ON expiry_review(after, outcome);

CREATE TABLE year_review (       -- append-only: 年度审核, by a 保密员 and a 分管领导; a year may be reviewed again
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  documents INTEGER NOT NULL,    -- state secrets in keeping then
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  signature INTEGER NOT NULL REFERENCES signature(id),
  approved_by INTEGER NOT NULL REFERENCES person(id),
  approve_signature INTEGER NOT NULL REFERENCES signature(id)
) STRICT;
CREATE INDEX year_review_year ON year_review(year, id);

CREATE TABLE year_review_item (  -- append-only: what does not stay as it is; everything else does
  id INTEGER PRIMARY KEY,
  review INTEGER NOT NULL REFERENCES year_review(id),
  document INTEGER NOT NULL REFERENCES document(id),
  outcome TEXT NOT NULL CHECK (outcome IN ('declassify','change')),
  reason TEXT NOT NULL,
  UNIQUE (review, document)
) STRICT;

CREATE TABLE copy (              -- 份: one custody item for each numbered copy, also for each that was made here
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id),
  number TEXT NOT NULL UNIQUE,
  copy_no TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('original','copy','extract','compilation')),
  reproduction INTEGER REFERENCES reproduction(id),   -- the request under which it was made
  state TEXT NOT NULL CHECK (state IN ('inBox','circulating','lent','missing','archived','toDestroy','returned','destroyed','lost')),
  holder INTEGER REFERENCES person(id),
  sheet INTEGER REFERENCES sheet(id),
  box INTEGER REFERENCES box(id),                     -- 保密箱 that it lies in, or comes back to
  archiving INTEGER REFERENCES archiving(id),         -- the 归档 that it went into the archive with; from then on it comes back there
  since TEXT NOT NULL,
  CHECK (state = 'missing' OR (state IN ('circulating','lent')) = (holder IS NOT NULL)),
  CHECK ((kind = 'original') = (reproduction IS NULL)),
  CHECK (box IS NULL OR archiving IS NULL)
) STRICT;
CREATE INDEX copy_document ON copy(document, id);
CREATE INDEX copy_state ON copy(state, id);
CREATE INDEX copy_holder ON copy(holder) WHERE holder IS NOT NULL;
CREATE INDEX copy_box ON copy(box, id) WHERE box IS NOT NULL;
CREATE INDEX copy_loose ON copy(id) WHERE state = 'inBox' AND box IS NULL;   -- 办结未入箱 is among them
CREATE INDEX copy_archiving ON copy(archiving, id) WHERE archiving IS NOT NULL;
CREATE INDEX copy_reproduction ON copy(reproduction, id) WHERE reproduction IS NOT NULL;

CREATE TABLE box (               -- 保密箱: one 保密员 keeps each (F1(6) 专人专管)
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  cabinet TEXT NOT NULL,
  shelf TEXT NOT NULL,
  custodian INTEGER NOT NULL REFERENCES person(id),
  state TEXT NOT NULL CHECK (state IN ('open','closed'))
) STRICT;
CREATE INDEX box_custodian ON box(custodian) WHERE state = 'open';

CREATE TABLE box_change (        -- append-only: how a box became, who keeps it from then on, and why
  id INTEGER PRIMARY KEY,
  box INTEGER NOT NULL REFERENCES box(id),
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  reason TEXT,                   -- NULL of its making
  cabinet TEXT NOT NULL,
  shelf TEXT NOT NULL,
  custodian INTEGER NOT NULL REFERENCES person(id),
  state TEXT NOT NULL
) STRICT;
CREATE INDEX box_change_box ON box_change(box, id);

CREATE TABLE archiving (         -- append-only: 归档, copies that went into one volume in one act
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  volume TEXT NOT NULL,          -- 归入卷号
  place TEXT NOT NULL,
  day TEXT NOT NULL,             -- 归卷日期
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  received_by INTEGER REFERENCES person(id),   -- who keeps the archive; NULL: the 保密员 themselves
  give_signature INTEGER NOT NULL REFERENCES signature(id),
  take_signature INTEGER REFERENCES signature(id),
  CHECK ((received_by IS NULL) = (take_signature IS NULL))
) STRICT;

CREATE TABLE stock_taking (      -- 清点: what should be there against what is, from its beginning to two signatures
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  boxes TEXT NOT NULL,           -- JSON array of box ids; [] is the whole keeping
  reason TEXT NOT NULL,
  begun_by INTEGER NOT NULL REFERENCES person(id),
  begun_at TEXT NOT NULL,
  last_copy INTEGER NOT NULL,    -- copies with a higher id came later and are none of the account
  expected INTEGER NOT NULL,     -- 账
  counted INTEGER NOT NULL DEFAULT 0 CHECK (counted BETWEEN 0 AND expected),   -- 实: of them read, and where they belong
  state TEXT NOT NULL CHECK (state IN ('counting','done','cancelled')),
  counted_by INTEGER REFERENCES person(id),
  count_signature INTEGER REFERENCES signature(id),
  supervised_by INTEGER REFERENCES person(id),
  supervise_signature INTEGER REFERENCES signature(id),
  closed_at TEXT,
  void_reason TEXT,
  CHECK ((state = 'done') = (count_signature IS NOT NULL) AND (state = 'done') = (supervise_signature IS NOT NULL)),
  CHECK ((count_signature IS NULL) = (counted_by IS NULL) AND (supervise_signature IS NULL) = (supervised_by IS NULL))
) STRICT;
CREATE INDEX stock_taking_state ON stock_taking(state, id);
CREATE INDEX stock_taking_whole ON stock_taking(closed_at) WHERE state = 'done' AND boxes = '[]';

CREATE TABLE stock_item (        -- one copy that was read, that moved, or that was not there; what has no row was not met with yet
  id INTEGER PRIMARY KEY,
  stock_taking INTEGER NOT NULL REFERENCES stock_taking(id),
  copy INTEGER NOT NULL REFERENCES copy(id),
  expected INTEGER NOT NULL CHECK (expected IN (0,1)),   -- in the account
  ledger TEXT NOT NULL,          -- where the ledger had it then, and in which box
  box INTEGER REFERENCES box(id),
  counted_at TEXT,               -- when its number was read
  elsewhere INTEGER NOT NULL DEFAULT 0 CHECK (elsewhere IN (0,1)),   -- 盘盈: it lay there though the ledger said elsewhere
  moved_at TEXT,                 -- by which act it moved meanwhile
  moved TEXT,
  missing INTEGER NOT NULL DEFAULT 0 CHECK (missing IN (0,1)),       -- 短少: it was not there
  note TEXT,
  settled_at TEXT,               -- found again, or over with a case
  settled_note TEXT,
  settle_signature INTEGER REFERENCES signature(id),
  breach INTEGER REFERENCES breach(id),   -- the case under which it ended, found or lost there
  UNIQUE (stock_taking, copy),
  CHECK (missing = 0 OR (expected = 1 AND counted_at IS NULL AND moved_at IS NULL)),
  CHECK (elsewhere = 0 OR counted_at IS NOT NULL),
  CHECK ((moved_at IS NULL) = (moved IS NULL)),
  CHECK ((settled_at IS NULL) = (settled_note IS NULL) AND (settled_at IS NOT NULL) = ((settle_signature IS NOT NULL) + (breach IS NOT NULL)) AND (missing = 1 OR settled_at IS NULL))
) STRICT;
CREATE INDEX stock_item_elsewhere ON stock_item(stock_taking, id) WHERE elsewhere = 1;
CREATE INDEX stock_item_moved ON stock_item(stock_taking, id) WHERE moved_at IS NOT NULL AND counted_at IS NULL;
CREATE INDEX stock_item_missing ON stock_item(stock_taking, id) WHERE missing = 1;
CREATE INDEX stock_item_case ON stock_item(copy) WHERE missing = 1 AND settled_at IS NULL;

CREATE TABLE reproduction (      -- 复制审批: from the request to the last copy back
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('copy','extract','compilation')),
  title TEXT,                    -- of a 汇编 its own
  extent TEXT,                   -- what is extracted: pages and paragraphs
  applicant INTEGER NOT NULL REFERENCES person(id),
  department TEXT NOT NULL,      -- the applicant's when it was asked
  entered_by INTEGER NOT NULL REFERENCES person(id),
  entered_at TEXT NOT NULL,
  asked INTEGER NOT NULL CHECK (asked > 0),
  purpose TEXT NOT NULL,
  recipients TEXT NOT NULL,      -- 分发对象: JSON array of person ids
  place TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft','toSection','toLeader','approved','rejected','made','issued','allBack','cancelled')),
  section_by INTEGER REFERENCES person(id),
  section_opinion TEXT,
  section_signature INTEGER REFERENCES signature(id),
  decided_by INTEGER REFERENCES person(id),
  opinion TEXT,
  approved INTEGER CHECK (approved BETWEEN 1 AND asked),
  valid_until TEXT,
  signature INTEGER REFERENCES signature(id),
  made INTEGER NOT NULL DEFAULT 0,
  copier TEXT,
  made_at TEXT,
  make_signature INTEGER REFERENCES signature(id),
  closed_at TEXT,
  reason TEXT,                   -- of 作废
  CHECK (made = 0 OR made <= approved),
  CHECK ((kind = 'compilation') = (title IS NOT NULL))
) STRICT;
CREATE INDEX reproduction_state ON reproduction(state, id);
CREATE INDEX reproduction_applicant ON reproduction(applicant, id);
CREATE INDEX reproduction_entered ON reproduction(entered_by, id);
CREATE INDEX reproduction_section ON reproduction(section_by, id) WHERE section_by IS NOT NULL;
CREATE INDEX reproduction_decided ON reproduction(decided_by, id) WHERE decided_by IS NOT NULL;

CREATE TABLE reproduction_source (   -- append-only: the numbered original that a request is of; of a 汇编 two or more
  id INTEGER PRIMARY KEY,
  reproduction INTEGER NOT NULL REFERENCES reproduction(id),
  copy INTEGER NOT NULL REFERENCES copy(id),
  consent TEXT,                  -- JSON {issuer,symbol,date} of its 原定密机关, for 绝密
  UNIQUE (reproduction, copy)
) STRICT;
CREATE INDEX reproduction_source_copy ON reproduction_source(copy, reproduction);

CREATE TABLE holding (           -- 借出: one copy in one person's hands against their signature, until they give it back
  id INTEGER PRIMARY KEY,
  copy INTEGER NOT NULL REFERENCES copy(id),
  person INTEGER NOT NULL REFERENCES person(id),
  reproduction INTEGER REFERENCES reproduction(id),   -- issued under this request
  loan INTEGER REFERENCES loan(id),                   -- lent under this loan
  visit INTEGER REFERENCES visit(id),                 -- consulted in the reading room
  given_at TEXT NOT NULL,
  given_by INTEGER NOT NULL REFERENCES person(id),
  give_signature INTEGER NOT NULL REFERENCES signature(id),
  take_signature INTEGER NOT NULL REFERENCES signature(id),
  back_at TEXT,
  give_back_signature INTEGER REFERENCES signature(id),
  take_back_signature INTEGER REFERENCES signature(id),
  breach INTEGER REFERENCES breach(id),   -- not given back: 短少待查 from then, under this case
  CHECK ((reproduction IS NOT NULL) + (loan IS NOT NULL) + (visit IS NOT NULL) = 1),
  CHECK ((give_back_signature IS NULL) = (take_back_signature IS NULL) AND (breach IS NULL OR give_back_signature IS NULL)),
  CHECK ((back_at IS NULL) = (give_back_signature IS NULL AND breach IS NULL))
) STRICT;
CREATE UNIQUE INDEX holding_out ON holding(copy) WHERE back_at IS NULL;   -- in one person's hands only, also behind the door
CREATE INDEX holding_copy ON holding(copy, id);
CREATE INDEX holding_person ON holding(person, id);
CREATE INDEX holding_reproduction ON holding(reproduction, id) WHERE reproduction IS NOT NULL;
CREATE INDEX holding_loan ON holding(loan) WHERE loan IS NOT NULL;
CREATE INDEX holding_visit ON holding(visit, id) WHERE visit IS NOT NULL;

CREATE TABLE loan (              -- 借用: one copy, one borrower, one approval; a renewal is another loan
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  copy INTEGER NOT NULL REFERENCES copy(id),
  borrower INTEGER NOT NULL REFERENCES person(id),
  department TEXT NOT NULL,      -- the borrower's when it was asked
  entered_by INTEGER NOT NULL REFERENCES person(id),
  entered_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  place TEXT NOT NULL,
  asked_until TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested','approved','rejected','lent','returned','cancelled')),
  decided_by INTEGER REFERENCES person(id),
  opinion TEXT,
  due TEXT CHECK (due <= asked_until),   -- 应还, as approved
  signature INTEGER REFERENCES signature(id),
  intact INTEGER CHECK (intact IN (0,1)),
  condition TEXT,
  closed_at TEXT,
  void_reason TEXT,
  CHECK ((state IN ('lent','returned') OR intact IS NULL) AND (intact IS NOT NULL) = (state = 'returned')),
  CHECK (intact <> 0 OR condition IS NOT NULL)
) STRICT;
CREATE INDEX loan_state ON loan(state, id);
CREATE INDEX loan_borrower ON loan(borrower, state, due);
CREATE INDEX loan_entered ON loan(entered_by, id);
CREATE INDEX loan_copy ON loan(copy, id);
CREATE INDEX loan_due ON loan(due, id) WHERE state = 'lent';

CREATE TABLE visit (             -- 查阅登记: who consulted what in the reading room, in and out to the minute
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(id),
  purpose TEXT NOT NULL,
  room TEXT NOT NULL,
  reproduction INTEGER REFERENCES reproduction(id),   -- the approved request under which they copy out of it; NULL: 不抄录、不复制
  state TEXT NOT NULL CHECK (state IN ('reading','left')),
  came_at TEXT NOT NULL,
  left_at TEXT,
  by_person INTEGER NOT NULL REFERENCES person(id),
  CHECK ((state = 'left') = (left_at IS NOT NULL))
) STRICT;
CREATE INDEX visit_state ON visit(state, id);
CREATE INDEX visit_person ON visit(person, id);

CREATE TABLE handover (          -- 离岗移交: whose, from the list to the third signature
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(id),
  department TEXT NOT NULL,      -- theirs when the list was made
  reason TEXT NOT NULL,
  begun_by INTEGER NOT NULL REFERENCES person(id),
  begun_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('listed','checked','supervised','done','cancelled')),
  supervised_by INTEGER REFERENCES person(id),
  supervise_signature INTEGER REFERENCES signature(id),
  received_by INTEGER REFERENCES person(id),
  give_signature INTEGER REFERENCES signature(id),
  take_signature INTEGER REFERENCES signature(id),
  kept INTEGER,                  -- of a 保密员: copies in the box that the receiver keeps from now on
  closed_at TEXT,
  void_reason TEXT,
  CHECK ((supervised_by IS NULL) = (supervise_signature IS NULL)),
  CHECK ((state = 'done') = (received_by IS NOT NULL) AND (state = 'done') = (give_signature IS NOT NULL) AND (state = 'done') = (take_signature IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX handover_open ON handover(person) WHERE state IN ('listed','checked','supervised');
CREATE INDEX handover_state ON handover(state, id);

CREATE TABLE handover_item (     -- 逐件核对: one copy that was in the leaving person's hands
  id INTEGER PRIMARY KEY,
  handover INTEGER NOT NULL REFERENCES handover(id),
  copy INTEGER NOT NULL REFERENCES copy(id),
  found_at TEXT,                 -- when it was checked by its number
  condition TEXT,                -- what is wrong with it; NULL: intact
  UNIQUE (handover, copy),
  CHECK (condition IS NULL OR found_at IS NOT NULL)
) STRICT;

CREATE TABLE breach (            -- 违规、遗失、泄密线索: one case, from the report to the conclusion
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('lateral','loss','damage','leak','other')),
  note TEXT NOT NULL,
  discovered_at TEXT NOT NULL,   -- wall-clock minute: the 24 hours run from it
  registered_at TEXT NOT NULL,
  persons TEXT NOT NULL,         -- 当事人: JSON array of person ids
  reporter INTEGER REFERENCES person(id),   -- told to the handler alone; NULL: no name was given
  state TEXT NOT NULL CHECK (state IN ('registered','notified','handling','closed','unfounded')),
  handler INTEGER REFERENCES person(id),
  CHECK (state = 'registered' OR handler IS NOT NULL)
) STRICT;
CREATE INDEX breach_state ON breach(state, id);
CREATE INDEX breach_handler ON breach(handler, state) WHERE handler IS NOT NULL;

CREATE TABLE breach_copy (       -- a copy that a case is about
  id INTEGER PRIMARY KEY,
  breach INTEGER NOT NULL REFERENCES breach(id),
  copy INTEGER NOT NULL REFERENCES copy(id),
  was TEXT,                      -- where it was when the case took it over; NULL: the case does not hold it
  fate TEXT CHECK (fate IN ('found','lost')),
  UNIQUE (breach, copy),
  CHECK (fate IS NULL OR was IS NOT NULL)
) STRICT;
CREATE INDEX breach_copy_copy ON breach_copy(copy);

CREATE TABLE breach_step (       -- append-only: each signed act of a case
  id INTEGER PRIMARY KEY,
  breach INTEGER NOT NULL REFERENCES breach(id),
  act TEXT NOT NULL CHECK (act IN ('takeOn','reported','exempt','measure','found','closed','unfounded')),
  words TEXT,                    -- the measure, the reason, the conclusion; signed by its digest
  facts TEXT NOT NULL,           -- JSON: what else was signed
  signature INTEGER NOT NULL UNIQUE REFERENCES signature(id)
) STRICT;
CREATE INDEX breach_step_breach ON breach_step(breach, id);

CREATE TABLE hold (              -- 留用、案件、未解密清退件: a copy that is not destroyed, or not given up, while this stands
  id INTEGER PRIMARY KEY,
  copy INTEGER NOT NULL REFERENCES copy(id),
  kind TEXT NOT NULL CHECK (kind IN ('retained','case','mustReturn')),
  reason TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id),
  lifted_at TEXT,
  lifted_by INTEGER REFERENCES person(id),
  lift_reason TEXT,
  lift_signature INTEGER REFERENCES signature(id),
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lift_reason IS NULL) AND (lifted_at IS NULL) = (lift_signature IS NULL))
) STRICT;
CREATE UNIQUE INDEX hold_standing ON hold(copy, kind) WHERE lifted_at IS NULL;
CREATE INDEX hold_copy ON hold(copy, id);
CREATE INDEX hold_open ON hold(id) WHERE lifted_at IS NULL;

CREATE TABLE return_list (       -- 清退: what goes back to one issuer, from the list to the receipt
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  issuer TEXT NOT NULL,          -- 来文机关, as the papers had it when the list was made
  reason TEXT NOT NULL,
  begun_by INTEGER NOT NULL REFERENCES person(id),
  begun_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('listed','approved','done','rejected','cancelled')),
  decided_by INTEGER REFERENCES person(id),
  opinion TEXT,
  signature INTEGER REFERENCES signature(id),
  receiver TEXT,                 -- the issuer's: who took it, of which unit, by which receipt, on which day
  receiver_unit TEXT,
  receipt TEXT,
  handed_on TEXT,
  hand_signature INTEGER REFERENCES signature(id),
  closed_at TEXT,
  void_reason TEXT,
  CHECK ((decided_by IS NULL) = (signature IS NULL)),
  CHECK ((hand_signature IS NULL) = (receiver IS NULL) AND (hand_signature IS NULL) = (receiver_unit IS NULL) AND (hand_signature IS NULL) = (receipt IS NULL)
    AND (hand_signature IS NULL) = (handed_on IS NULL))
) STRICT;
CREATE INDEX return_list_state ON return_list(state, id);

CREATE TABLE return_item (       -- 清退核对: one copy of a list
  id INTEGER PRIMARY KEY,
  return_list INTEGER NOT NULL REFERENCES return_list(id),
  copy INTEGER NOT NULL REFERENCES copy(id),
  found_at TEXT,                 -- when it was checked by its number
  withdrawn TEXT,                -- why it was taken off the list; with found_at: after the approval
  withheld TEXT,                 -- 留用说明: what kept it back, once and for good
  hold INTEGER REFERENCES hold(id),
  UNIQUE (return_list, copy),
  CHECK (hold IS NULL OR withheld IS NOT NULL)
) STRICT;
CREATE INDEX return_item_copy ON return_item(copy);

CREATE TABLE destruction (       -- 销毁: a batch from the list to the receipt
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  department TEXT NOT NULL,      -- the 经办人's when it was made
  reason TEXT NOT NULL,
  begun_by INTEGER NOT NULL REFERENCES person(id),   -- 经办人
  begun_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft','counted','toApprove','toSend','sent','done','rejected','cancelled')),
  count_signature INTEGER REFERENCES signature(id),
  recount_by INTEGER REFERENCES person(id),
  recount_signature INTEGER REFERENCES signature(id),
  decided_by INTEGER REFERENCES person(id),
  opinion TEXT,
  signature INTEGER REFERENCES signature(id),
  method TEXT CHECK (method IN ('shredding','pulping','burning')),
  site_kind TEXT CHECK (site_kind IN ('unit','self')),
  site TEXT,                     -- 送销单位, or the equipment of the unit itself
  escorts TEXT,                  -- 押运人: JSON array of names
  sent_at TEXT,
  destroyer TEXT,
  destroyed_at TEXT,             -- wall-clock minute
  place TEXT,
  receipt TEXT,
  completed_by INTEGER REFERENCES person(id),
  complete_signature INTEGER REFERENCES signature(id),
  closed_at TEXT,
  void_reason TEXT,
  CHECK ((recount_by IS NULL) = (recount_signature IS NULL) AND (decided_by IS NULL) = (signature IS NULL)),
  CHECK ((completed_by IS NULL) = (complete_signature IS NULL) AND (completed_by IS NULL) = (destroyer IS NULL)
    AND (completed_by IS NULL) = (destroyed_at IS NULL) AND (completed_by IS NULL) = (place IS NULL)),
  CHECK ((sent_at IS NULL) = (method IS NULL) AND (sent_at IS NULL) = (site_kind IS NULL) AND (sent_at IS NULL) = (site IS NULL)
    AND (sent_at IS NULL) = (escorts IS NULL))
) STRICT;
CREATE INDEX destruction_state ON destruction(state, id);

CREATE TABLE destruction_item (  -- one line of a batch: a copy, or a carrier or device that was taken out of use
  id INTEGER PRIMARY KEY,
  destruction INTEGER NOT NULL REFERENCES destruction(id),
  copy INTEGER REFERENCES copy(id),
  medium INTEGER REFERENCES medium(id),
  pages INTEGER CHECK (pages > 0),   -- of a copy, as counted
  withheld TEXT,                 -- what kept it back, once and for good
  hold INTEGER REFERENCES hold(id),
  kept TEXT,                     -- 差额: why it was not destroyed after all
  UNIQUE (destruction, copy),
  UNIQUE (destruction, medium),
  CHECK ((copy IS NULL) <> (medium IS NULL)),
  CHECK (medium IS NULL OR (pages IS NULL AND withheld IS NULL)),
  CHECK (hold IS NULL OR withheld IS NOT NULL),
  CHECK (kept IS NULL OR withheld IS NULL)
) STRICT;
CREATE INDEX destruction_item_copy ON destruction_item(copy) WHERE copy IS NOT NULL;
CREATE INDEX destruction_item_medium ON destruction_item(medium) WHERE medium IS NOT NULL;

CREATE TABLE destruction_witness (   -- append-only: 监销人, each with their own signature
  id INTEGER PRIMARY KEY,
  destruction INTEGER NOT NULL REFERENCES destruction(id),
  person INTEGER NOT NULL REFERENCES person(id),
  signature INTEGER NOT NULL REFERENCES signature(id),
  UNIQUE (destruction, person)
) STRICT;

CREATE TABLE medium (            -- 载体与设备: one row for each computer, disk, printer; what the ledger says of it is in `medium_particulars`
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('computer','laptop','disk','stick','disc','printer','other')),
  own_number TEXT NOT NULL UNIQUE,   -- 编号或序列号 on the thing itself
  level TEXT NOT NULL CHECK (level IN ('internal','secret','confidential','topSecret')),
  isolated INTEGER CHECK (isolated = 1),   -- 未连接互联网、物理隔离, as confirmed; NULL where nothing could be connected
  in_use_on TEXT NOT NULL,
  model TEXT,
  registered_by INTEGER NOT NULL REFERENCES person(id),
  registered_at TEXT NOT NULL,
  register_signature INTEGER NOT NULL REFERENCES signature(id),
  state TEXT NOT NULL CHECK (state IN ('inStore','out','inRepair','retired','toDestroy','destroyed','lost')),
  holder INTEGER REFERENCES person(id),
  since TEXT NOT NULL,
  current INTEGER NOT NULL,      -- id of the current particulars
  keeper INTEGER NOT NULL REFERENCES person(id),   -- of the current particulars, for whoever leaves
  CHECK ((kind IN ('computer','laptop','printer')) = (isolated IS NOT NULL)),
  CHECK ((state = 'out') = (holder IS NOT NULL))
) STRICT;
CREATE INDEX medium_state ON medium(state, id);
CREATE INDEX medium_kind ON medium(kind, id);
CREATE INDEX medium_holder ON medium(holder) WHERE holder IS NOT NULL;
CREATE INDEX medium_keeper ON medium(keeper, state);

CREATE TABLE medium_particulars (   -- append-only: the registration and each change of 责任人, 使用部门, place and remarks
  id INTEGER PRIMARY KEY,
  medium INTEGER NOT NULL REFERENCES medium(id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  reason TEXT,                   -- NULL at registration
  keeper INTEGER NOT NULL REFERENCES person(id),
  department TEXT NOT NULL,
  place TEXT NOT NULL,
  remarks TEXT,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id),
  UNIQUE (medium, version),
  CHECK ((version = 1) = (reason IS NULL))
) STRICT;

CREATE TABLE medium_use (        -- 领用: one carrier in one person's hands against their signature; 携带外出 is approved first
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  medium INTEGER NOT NULL REFERENCES medium(id),
  person INTEGER NOT NULL REFERENCES person(id),
  outside INTEGER NOT NULL CHECK (outside IN (0,1)),
  place TEXT NOT NULL,
  purpose TEXT NOT NULL,
  until TEXT NOT NULL,           -- 应还
  entered_by INTEGER NOT NULL REFERENCES person(id),
  entered_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested','approved','rejected','out','back','lost')),
  decided_by INTEGER REFERENCES person(id),
  opinion TEXT,
  signature INTEGER REFERENCES signature(id),
  given_at TEXT,
  given_by INTEGER REFERENCES person(id),
  give_signature INTEGER REFERENCES signature(id),
  take_signature INTEGER REFERENCES signature(id),
  back_at TEXT,
  give_back_signature INTEGER REFERENCES signature(id),
  take_back_signature INTEGER REFERENCES signature(id),
  intact INTEGER CHECK (intact IN (0,1)),
  condition TEXT,
  checked TEXT,                  -- 归还检查
  CHECK ((given_at IS NULL) = (give_signature IS NULL) AND (given_at IS NULL) = (take_signature IS NULL) AND (given_at IS NULL) = (given_by IS NULL)),
  CHECK ((back_at IS NULL) = (give_back_signature IS NULL) AND (back_at IS NULL) = (take_back_signature IS NULL)),
  CHECK ((decided_by IS NULL) = (signature IS NULL)),
  CHECK (intact <> 0 OR condition IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX medium_use_out ON medium_use(medium) WHERE state = 'out';   -- in one person's hands only, also behind the door
CREATE INDEX medium_use_medium ON medium_use(medium, id);
CREATE INDEX medium_use_state ON medium_use(state, until);
CREATE INDEX medium_use_person ON medium_use(person, until) WHERE state = 'out';
CREATE INDEX medium_use_given ON medium_use(given_at) WHERE given_at IS NOT NULL;

CREATE TABLE medium_repair (     -- 维修登记: out, and back once
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  medium INTEGER NOT NULL REFERENCES medium(id),
  place TEXT NOT NULL CHECK (place IN ('onSite','appointed')),
  firm TEXT NOT NULL,
  fault TEXT NOT NULL,
  storage_removed INTEGER NOT NULL CHECK (storage_removed IN (0,1)),
  supervisor INTEGER REFERENCES person(id),   -- 全程旁站
  out_at TEXT NOT NULL,
  out_signature INTEGER NOT NULL REFERENCES signature(id),
  back_at TEXT,
  result TEXT,
  back_signature INTEGER REFERENCES signature(id),
  CHECK (supervisor IS NOT NULL OR (storage_removed = 1 AND place = 'appointed')),
  CHECK ((back_at IS NULL) = (back_signature IS NULL) AND (back_at IS NULL) = (result IS NULL))
) STRICT;
CREATE UNIQUE INDEX medium_repair_out ON medium_repair(medium) WHERE back_at IS NULL;
CREATE INDEX medium_repair_medium ON medium_repair(medium, id);

CREATE TABLE medium_maintenance (   -- append-only: 维护记录 of the 系统管理员
  id INTEGER PRIMARY KEY,
  medium INTEGER NOT NULL REFERENCES medium(id),
  done TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id)
) STRICT;
CREATE INDEX medium_maintenance_medium ON medium_maintenance(medium, id);

CREATE TABLE medium_ending (     -- append-only: 停用 and 遗失; what was lost and is found is taken out of use
  id INTEGER PRIMARY KEY,
  medium INTEGER NOT NULL REFERENCES medium(id),
  became TEXT NOT NULL CHECK (became IN ('retired','lost')),
  incident TEXT,                 -- of 遗失: number of the incident that was reported
  words TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id),
  CHECK ((became = 'lost') = (incident IS NOT NULL))
) STRICT;
CREATE INDEX medium_ending_medium ON medium_ending(medium, id);

CREATE TABLE scope (             -- 知悉范围; a row is ended once, never changed otherwise
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document(id),
  person INTEGER NOT NULL REFERENCES person(id),
  widening INTEGER REFERENCES widening(id),
  at TEXT NOT NULL,
  ended_at TEXT,
  ended_by INTEGER REFERENCES person(id),
  end_reason TEXT,
  CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX scope_document ON scope(document, person) WHERE ended_at IS NULL;
CREATE INDEX scope_ended ON scope(document) WHERE ended_at IS NOT NULL;
CREATE INDEX scope_person ON scope(person, document) WHERE ended_at IS NULL;
CREATE VIEW in_scope AS SELECT id, document, person FROM scope WHERE ended_at IS NULL;

CREATE TABLE sheet (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  folder TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft','confirmed','circulating','allReturned','finished','cancelled')),
  level TEXT NOT NULL,           -- highest in the folder
  mark TEXT NOT NULL,
  copies INTEGER NOT NULL,
  proposal TEXT,
  instruction TEXT,
  result TEXT,
  created_by INTEGER NOT NULL REFERENCES person(id),
  created_at TEXT NOT NULL,
  closed_at TEXT
) STRICT;
CREATE UNIQUE INDEX sheet_folder_open ON sheet(folder) WHERE state NOT IN ('finished','cancelled');
CREATE INDEX sheet_state ON sheet(state, id);

CREATE TABLE sheet_copy (        -- append-only
  id INTEGER PRIMARY KEY,
  sheet INTEGER NOT NULL REFERENCES sheet(id),
  copy INTEGER NOT NULL REFERENCES copy(id),
  UNIQUE (sheet, copy)
) STRICT;
CREATE INDEX sheet_copy_copy ON sheet_copy(copy);

CREATE TABLE leg (
  id INTEGER PRIMARY KEY,
  sheet INTEGER NOT NULL REFERENCES sheet(id),
  ord INTEGER NOT NULL,
  reader INTEGER NOT NULL REFERENCES person(id),
  state TEXT NOT NULL CHECK (state IN ('waiting','handedOut','signed','returned','returnedUnread')),
  handed_out_at TEXT,
  handed_out_by INTEGER REFERENCES person(id),
  place TEXT,
  due TEXT,
  give_signature INTEGER REFERENCES signature(id),
  take_signature INTEGER REFERENCES signature(id),
  read_signature INTEGER REFERENCES signature(id),
  opinion TEXT,
  return_signature INTEGER REFERENCES signature(id),
  returned_count INTEGER,
  unread_reason TEXT,
  UNIQUE (sheet, ord)
) STRICT;
CREATE UNIQUE INDEX leg_one_out ON leg(sheet) WHERE state IN ('handedOut','signed');   -- F1(2)d 不得横传, also behind the door
CREATE INDEX leg_reader ON leg(reader, state);
CREATE INDEX leg_due ON leg(due) WHERE state IN ('handedOut','signed');

CREATE TABLE paper_signing (     -- 纸质签补录: what somebody signed on paper, entered by a 保密员; listed until they sign for it themselves
  id INTEGER PRIMARY KEY,
  leg INTEGER REFERENCES leg(id),              -- of a reader: 签收 or 阅签
  widening INTEGER REFERENCES widening(id),    -- of a leader: the decision on a request
  reproduction INTEGER REFERENCES reproduction(id),   -- of a request to copy: opinion, decision, 领取, 归还
  loan INTEGER REFERENCES loan(id),            -- the decision, 领取, 归还
  visit INTEGER REFERENCES visit(id),          -- 领取, 归还
  return_list INTEGER REFERENCES return_list(id),   -- the decision of a leader, as for the three that follow
  destruction INTEGER REFERENCES destruction(id),
  outgoing INTEGER REFERENCES outgoing(id),
  medium_use INTEGER REFERENCES medium_use(id),
  step TEXT NOT NULL CHECK (step IN ('take','read','approval','opinion','issue','giveBack')),
  person INTEGER NOT NULL REFERENCES person(id),   -- whose signature stands on the paper
  signed_at TEXT NOT NULL,       -- when it was signed, as the paper says
  entered_by INTEGER NOT NULL REFERENCES person(id),
  entry_signature INTEGER NOT NULL REFERENCES signature(id),
  confirmed_at TEXT,
  confirm_signature INTEGER REFERENCES signature(id),
  reason TEXT,                   -- why it was done on paper, and where the signed paper lies
  kept TEXT,
  UNIQUE (leg, step),
  UNIQUE (widening),
  CHECK ((leg IS NOT NULL) + (widening IS NOT NULL) + (reproduction IS NOT NULL) + (loan IS NOT NULL) + (visit IS NOT NULL) + (return_list IS NOT NULL)
    + (destruction IS NOT NULL) + (outgoing IS NOT NULL) + (medium_use IS NOT NULL) = 1),
  CHECK ((leg IS NOT NULL) = (step IN ('take','read')) AND (coalesce(widening, return_list, destruction, outgoing, medium_use) IS NULL OR step = 'approval')),
  CHECK ((loan IS NULL OR step <> 'opinion') AND (visit IS NULL OR step IN ('issue','giveBack'))),
  CHECK ((reason IS NULL) = (kept IS NULL) AND (reason IS NULL) = (coalesce(leg, widening, reproduction) IS NOT NULL)),
  CHECK ((confirmed_at IS NULL) = (confirm_signature IS NULL))
) STRICT;
CREATE UNIQUE INDEX paper_signing_copies ON paper_signing(reproduction, step) WHERE step IN ('approval','opinion');
CREATE UNIQUE INDEX paper_signing_loan ON paper_signing(loan, step) WHERE loan IS NOT NULL;
CREATE UNIQUE INDEX paper_signing_visit ON paper_signing(visit, step) WHERE visit IS NOT NULL;
CREATE UNIQUE INDEX paper_signing_return ON paper_signing(return_list) WHERE return_list IS NOT NULL;
CREATE UNIQUE INDEX paper_signing_destruction ON paper_signing(destruction) WHERE destruction IS NOT NULL;
CREATE UNIQUE INDEX paper_signing_outgoing ON paper_signing(outgoing) WHERE outgoing IS NOT NULL;
CREATE UNIQUE INDEX paper_signing_medium ON paper_signing(medium_use) WHERE medium_use IS NOT NULL;
CREATE UNIQUE INDEX paper_signing_entry ON paper_signing(entry_signature);
CREATE INDEX paper_signing_open ON paper_signing(person, id) WHERE confirmed_at IS NULL;

CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  sheet INTEGER NOT NULL REFERENCES sheet(id),
  leg INTEGER NOT NULL REFERENCES leg(id),
  missing TEXT NOT NULL,         -- JSON array of copy ids
  note TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by INTEGER NOT NULL REFERENCES person(id),
  state TEXT NOT NULL CHECK (state IN ('open','settled')),
  settled_at TEXT,
  settled_note TEXT
) STRICT;
CREATE INDEX incident_sheet ON incident(sheet, state);

CREATE TABLE widening (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document(id),
  persons TEXT NOT NULL,         -- JSON array of person ids
  reason TEXT NOT NULL,
  requested_by INTEGER NOT NULL REFERENCES person(id),
  requested_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested','approved','rejected')),
  decided_by INTEGER REFERENCES person(id),
  decided_at TEXT,
  opinion TEXT,
  signature INTEGER REFERENCES signature(id)
) STRICT;
CREATE INDEX widening_state ON widening(state, id);

CREATE TABLE form_template (     -- append-only: how the unit has a form printed, each change a version of its own
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  version INTEGER NOT NULL,      -- 1, 2 …; before the first the standard is printed
  content TEXT,                  -- JSON (contract/templates.ts); NULL: back to the standard
  reason TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  UNIQUE (form, version)
) STRICT;

CREATE TABLE print (             -- append-only: every sheet that was made ready to print
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  form TEXT NOT NULL,
  about TEXT NOT NULL,
  level TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  witness TEXT NOT NULL,
  template INTEGER REFERENCES form_template(id)   -- the version it was printed by; NULL: the standard
) STRICT;

CREATE TABLE export (            -- 导出: a list that left as a file; what is in the file is known once it was made
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  list TEXT NOT NULL,
  filter TEXT NOT NULL,          -- JSON; what was searched for stands as true, for it may be part of a title
  by_person INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  free INTEGER NOT NULL,         -- rows that went without approval then
  approved_by INTEGER REFERENCES person(id),
  approve_signature INTEGER REFERENCES signature(id),
  made_at TEXT,
  rows INTEGER,
  level TEXT CHECK (level IN ('internal','secret','confidential','topSecret')),
  digest TEXT,                   -- SHA-256 of the file, hexadecimal
  CHECK ((approved_by IS NULL) = (approve_signature IS NULL)),
  CHECK ((made_at IS NULL) = (rows IS NULL) AND (made_at IS NULL) = (level IS NULL) AND (made_at IS NULL) = (digest IS NULL)),
  CHECK (rows IS NULL OR rows <= free OR approved_by IS NOT NULL)
) STRICT;

CREATE TABLE backup (            -- append-only: each backup and each drill as it ended
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('backup','drill')),
  begun_at TEXT NOT NULL,
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  outcome TEXT NOT NULL CHECK (outcome IN ('good','cancelled','failed')),
  name TEXT,                     -- of its folder
  size INTEGER,                  -- entries in it, and their root
  root TEXT,
  bytes INTEGER,
  why TEXT,
  CHECK ((outcome = 'good') = (root IS NOT NULL) AND (outcome = 'good') = (why IS NULL))
) STRICT;
CREATE INDEX backup_good ON backup(id) WHERE kind = 'backup' AND outcome = 'good';

CREATE TABLE restoration (       -- append-only: a backup took the place of what was here, by two officers
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  agreed_by INTEGER NOT NULL REFERENCES person(id),
  size INTEGER NOT NULL,         -- entries in the backup, and their root
  root TEXT NOT NULL,
  found TEXT NOT NULL CHECK (found IN ('none','same','longer','shorter','other','unread')),   -- what was here, against it
  lost INTEGER,                  -- entries that were here and are not in it; NULL where that is not known
  set_signature INTEGER NOT NULL REFERENCES signature(id),
  agree_signature INTEGER NOT NULL REFERENCES signature(id)
) STRICT;

CREATE TABLE acknowledgement (   -- append-only: older or other data were found in place of these, and the 安全审计员 let work go on
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  found TEXT NOT NULL CHECK (found IN ('older','other','cut','altered')),
  words TEXT NOT NULL,           -- what was found, as it was told
  size INTEGER NOT NULL,         -- entries when it was found
  reason TEXT NOT NULL,
  signature INTEGER NOT NULL REFERENCES signature(id)
) STRICT;

CREATE TABLE day_close (         -- append-only: 收班, what was not back then and why; a day may be closed again
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  out TEXT NOT NULL,             -- JSON array of the numbers of the sheets that were out
  unread INTEGER NOT NULL,       -- of them not yet signed
  letters INTEGER NOT NULL,      -- envelopes that waited to be opened or registered
  reason TEXT,
  signature INTEGER NOT NULL REFERENCES signature(id),
  CHECK (out = '[]' OR reason IS NOT NULL)
) STRICT;
CREATE INDEX day_close_day ON day_close(day);

CREATE TABLE checkpoint (        -- append-only: the head of the record, signed; covers the entry of the act that caused it
  id INTEGER PRIMARY KEY,
  occasion TEXT NOT NULL CHECK (occasion IN ('taken','day','people','keys','putBack','backup','restore')),
  at TEXT NOT NULL,
  by_person INTEGER NOT NULL REFERENCES person(id),
  size INTEGER NOT NULL,
  root TEXT NOT NULL,
  head TEXT NOT NULL,
  text TEXT NOT NULL             -- the signed note, as it is taken outside
) STRICT;
CREATE INDEX checkpoint_taken ON checkpoint(id) WHERE occasion = 'taken';   -- those that the 安全审计员 took outside

-- The record of the record. Not bound by digests of its own: it is the chain.
CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,       -- 0, 1, 2 … without a gap
  at TEXT NOT NULL,
  boot TEXT NOT NULL,
  actor TEXT NOT NULL,           -- person's name, or `-` before anyone signed in
  role TEXT NOT NULL,
  call TEXT NOT NULL,
  object TEXT NOT NULL,          -- numbers, never titles
  outcome TEXT NOT NULL CHECK (outcome IN ('done','refused')),
  detail TEXT NOT NULL,          -- refusal code and clause, or a few plain facts, as JSON
  changes TEXT NOT NULL,         -- JSON [[table,id,before|null,after],…]: digests of each row before and after
  prev BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_outcome ON audit_entry(outcome, seq) WHERE outcome = 'refused';
CREATE INDEX audit_line ON audit_entry(seq, actor, call, outcome, at, role, object);   -- all that a filter asks for, in the order of the list: no entry is read that is not shown
CREATE INDEX audit_clock ON audit_entry(seq) WHERE instr(detail, '"clockBack"') > 0;

CREATE TABLE audit_object (      -- derived: which entries a number stands in, so that a record finds its history without a scan
  object TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES audit_entry(seq),
  PRIMARY KEY (object, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_head (        -- derived: size, chain head, frontier of the RFC 6962 tree
  id INTEGER PRIMARY KEY CHECK (id = 1),
  size INTEGER NOT NULL,
  head BLOB NOT NULL,
  frontier BLOB NOT NULL
) STRICT;

CREATE TABLE audit_tile (        -- derived, append-only: roots of perfect subtrees of 2^level entries, so that a proof reads few entries
  level INTEGER NOT NULL CHECK (level IN (4,8,12,16)),
  ix INTEGER NOT NULL,
  root BLOB NOT NULL,
  PRIMARY KEY (level, ix)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_seal (        -- the key of 末条登记 (heads.log), made with the first entry
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seal BLOB NOT NULL
) STRICT;
CREATE INDEX audit_heads ON audit_entry(seq) WHERE instr(detail, '"heads"') > 0;   -- entries that say how many lines heads.log had

-- Search by any single character: text split into characters, asked as a phrase. Contentless: no second copy of a title.
CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
INSERT INTO search(search, rank) VALUES('secure-delete', 1);
CREATE VIRTUAL TABLE search_review USING fts5(text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
INSERT INTO search_review(search_review, rank) VALUES('secure-delete', 1);
CREATE VIRTUAL TABLE search_publication USING fts5(text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
INSERT INTO search_publication(search_publication, rank) VALUES('secure-delete', 1);
CREATE VIRTUAL TABLE search_disclosure USING fts5(text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
INSERT INTO search_disclosure(search_disclosure, rank) VALUES('secure-delete', 1);

-- Append-only means append-only, also for whoever gets past the door.
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER backup_no_update BEFORE UPDATE ON backup BEGIN SELECT RAISE(ABORT, 'backup is append-only'); END;
CREATE TRIGGER backup_no_delete BEFORE DELETE ON backup BEGIN SELECT RAISE(ABORT, 'backup is append-only'); END;
CREATE TRIGGER restoration_no_update BEFORE UPDATE ON restoration BEGIN SELECT RAISE(ABORT, 'restoration is append-only'); END;
CREATE TRIGGER restoration_no_delete BEFORE DELETE ON restoration BEGIN SELECT RAISE(ABORT, 'restoration is append-only'); END;
CREATE TRIGGER acknowledgement_no_update BEFORE UPDATE ON acknowledgement BEGIN SELECT RAISE(ABORT, 'acknowledgement is append-only'); END;
CREATE TRIGGER acknowledgement_no_delete BEFORE DELETE ON acknowledgement BEGIN SELECT RAISE(ABORT, 'acknowledgement is append-only'); END;
CREATE TRIGGER day_close_no_update BEFORE UPDATE ON day_close BEGIN SELECT RAISE(ABORT, 'day_close is append-only'); END;
CREATE TRIGGER day_close_no_delete BEFORE DELETE ON day_close BEGIN SELECT RAISE(ABORT, 'day_close is append-only'); END;
CREATE TRIGGER audit_seal_no_update BEFORE UPDATE ON audit_seal BEGIN SELECT RAISE(ABORT, 'audit_seal is append-only'); END;
CREATE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal BEGIN SELECT RAISE(ABORT, 'audit_seal is append-only'); END;
CREATE TRIGGER audit_tile_no_update BEFORE UPDATE ON audit_tile BEGIN SELECT RAISE(ABORT, 'audit_tile is append-only'); END;
CREATE TRIGGER audit_tile_no_delete BEFORE DELETE ON audit_tile BEGIN SELECT RAISE(ABORT, 'audit_tile is append-only'); END;
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'signature is append-only'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'signature is append-only'); END;
CREATE TRIGGER particulars_no_update BEFORE UPDATE ON particulars BEGIN SELECT RAISE(ABORT, 'particulars is append-only'); END;
CREATE TRIGGER particulars_no_delete BEFORE DELETE ON particulars BEGIN SELECT RAISE(ABORT, 'particulars is append-only'); END;
CREATE TRIGGER outgoing_no_delete BEFORE DELETE ON outgoing BEGIN SELECT RAISE(ABORT, 'outgoing rows stay'); END;
CREATE TRIGGER outgoing_entered_fixed BEFORE UPDATE OF number, document, title, symbol, level, period, mark, made_on, addressee, copies, maker, entered_by, entered_at ON outgoing BEGIN SELECT RAISE(ABORT, 'what was approved is not edited'); END;
CREATE TRIGGER deadline_no_delete BEFORE DELETE ON deadline BEGIN SELECT RAISE(ABORT, 'deadline rows stay'); END;
CREATE TRIGGER deadline_owner_fixed BEFORE UPDATE OF of_table, record, number, kind ON deadline BEGIN SELECT RAISE(ABORT, 'a deadline stays with its record'); END;
CREATE TRIGGER calendar_change_no_update BEFORE UPDATE ON calendar_change BEGIN SELECT RAISE(ABORT, 'calendar_change is append-only'); END;
CREATE TRIGGER calendar_change_no_delete BEFORE DELETE ON calendar_change BEGIN SELECT RAISE(ABORT, 'calendar_change is append-only'); END;
CREATE TRIGGER calendar_move_no_update BEFORE UPDATE ON calendar_move BEGIN SELECT RAISE(ABORT, 'calendar_move is append-only'); END;
CREATE TRIGGER calendar_move_no_delete BEFORE DELETE ON calendar_move BEGIN SELECT RAISE(ABORT, 'calendar_move is append-only'); END;
CREATE TRIGGER review_no_delete BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'review rows stay'); END;
CREATE TRIGGER review_filed_fixed BEFORE UPDATE OF number, carrier, unit, department, handler, document, item, entered_by, entered_at ON review BEGIN SELECT RAISE(ABORT, 'what was filed is not edited'); END;
CREATE TRIGGER review_version_goes_on BEFORE UPDATE OF version ON review WHEN NEW.version NOT IN (OLD.version, OLD.version + 1) BEGIN SELECT RAISE(ABORT, 'versions run without a gap'); END;
CREATE TRIGGER review_version_no_update BEFORE UPDATE ON review_version BEGIN SELECT RAISE(ABORT, 'review_version is append-only'); END;
CREATE TRIGGER review_version_no_delete BEFORE DELETE ON review_version BEGIN SELECT RAISE(ABORT, 'review_version is append-only'); END;
CREATE TRIGGER review_text_no_update BEFORE UPDATE ON review_text BEGIN SELECT RAISE(ABORT, 'review_text is append-only'); END;
CREATE TRIGGER review_text_no_delete BEFORE DELETE ON review_text BEGIN SELECT RAISE(ABORT, 'review_text is append-only'); END;
CREATE TRIGGER review_step_no_update BEFORE UPDATE ON review_step BEGIN SELECT RAISE(ABORT, 'review_step is append-only'); END;
CREATE TRIGGER review_step_no_delete BEFORE DELETE ON review_step BEGIN SELECT RAISE(ABORT, 'review_step is append-only'); END;
CREATE TRIGGER disclosure_no_delete BEFORE DELETE ON disclosure BEGIN SELECT RAISE(ABORT, 'disclosure rows stay'); END;
CREATE TRIGGER disclosure_received_fixed BEFORE UPDATE OF number, channel, arrived_on, confirmed_on, labelled, received_on, entered_by, entered_at ON disclosure BEGIN SELECT RAISE(ABORT, 'what was received is not edited'); END;
CREATE TRIGGER disclosure_version_goes_on BEFORE UPDATE OF version ON disclosure WHEN NEW.version NOT IN (OLD.version, OLD.version + 1) BEGIN SELECT RAISE(ABORT, 'versions run without a gap'); END;
CREATE TRIGGER application_no_update BEFORE UPDATE ON application BEGIN SELECT RAISE(ABORT, 'application is append-only'); END;
CREATE TRIGGER application_no_delete BEFORE DELETE ON application BEGIN SELECT RAISE(ABORT, 'application is append-only'); END;
CREATE TRIGGER disclosure_step_no_update BEFORE UPDATE ON disclosure_step BEGIN SELECT RAISE(ABORT, 'disclosure_step is append-only'); END;
CREATE TRIGGER disclosure_step_no_delete BEFORE DELETE ON disclosure_step BEGIN SELECT RAISE(ABORT, 'disclosure_step is append-only'); END;
CREATE TRIGGER disclosure_letter_no_update BEFORE UPDATE ON disclosure_letter BEGIN SELECT RAISE(ABORT, 'disclosure_letter is append-only'); END;
CREATE TRIGGER disclosure_letter_no_delete BEFORE DELETE ON disclosure_letter BEGIN SELECT RAISE(ABORT, 'disclosure_letter is append-only'); END;
CREATE TRIGGER heard_no_update BEFORE UPDATE ON heard BEGIN SELECT RAISE(ABORT, 'heard is append-only'); END;
CREATE TRIGGER heard_no_delete BEFORE DELETE ON heard BEGIN SELECT RAISE(ABORT, 'heard is append-only'); END;
CREATE TRIGGER evaluation_no_update BEFORE UPDATE ON evaluation BEGIN SELECT RAISE(ABORT, 'evaluation is append-only'); END;
CREATE TRIGGER evaluation_no_delete BEFORE DELETE ON evaluation BEGIN SELECT RAISE(ABORT, 'evaluation is append-only'); END;
CREATE TRIGGER disclosure_item_no_delete BEFORE DELETE ON disclosure_item BEGIN SELECT RAISE(ABORT, 'disclosure_item rows stay'); END;
CREATE TRIGGER disclosure_item_fixed BEFORE UPDATE OF disclosure, ordinal, content ON disclosure_item BEGIN SELECT RAISE(ABORT, 'what was asked for is not edited'); END;
CREATE TRIGGER expiry_review_no_update BEFORE UPDATE ON expiry_review BEGIN SELECT RAISE(ABORT, 'expiry_review is append-only'); END;
CREATE TRIGGER expiry_review_no_delete BEFORE DELETE ON expiry_review BEGIN SELECT RAISE(ABORT, 'expiry_review is append-only'); END;
CREATE TRIGGER year_review_no_update BEFORE UPDATE ON year_review BEGIN SELECT RAISE(ABORT, 'year_review is append-only'); END;
CREATE TRIGGER year_review_no_delete BEFORE DELETE ON year_review BEGIN SELECT RAISE(ABORT, 'year_review is append-only'); END;
CREATE TRIGGER year_review_item_no_update BEFORE UPDATE ON year_review_item BEGIN SELECT RAISE(ABORT, 'year_review_item is append-only'); END;
CREATE TRIGGER year_review_item_no_delete BEFORE DELETE ON year_review_item BEGIN SELECT RAISE(ABORT, 'year_review_item is append-only'); END;
CREATE TRIGGER scope_ends_once BEFORE UPDATE ON scope WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.document <> OLD.document OR NEW.person <> OLD.person OR NEW.widening IS NOT OLD.widening OR NEW.at <> OLD.at BEGIN SELECT RAISE(ABORT, 'a scope is ended once and never changed'); END;
CREATE TRIGGER person_change_no_update BEFORE UPDATE ON person_change BEGIN SELECT RAISE(ABORT, 'person_change is append-only'); END;
CREATE TRIGGER person_change_no_delete BEFORE DELETE ON person_change BEGIN SELECT RAISE(ABORT, 'person_change is append-only'); END;
CREATE TRIGGER group_term_ends_once BEFORE UPDATE ON group_term WHEN OLD.ended_on IS NOT NULL OR NEW.ended_on IS NULL OR NEW.person <> OLD.person OR NEW.seat <> OLD.seat OR NEW.from_day <> OLD.from_day OR NEW.until_day IS NOT OLD.until_day OR NEW.paper <> OLD.paper OR NEW.by_person <> OLD.by_person OR NEW.at <> OLD.at OR NEW.signature <> OLD.signature BEGIN SELECT RAISE(ABORT, 'a term is ended once and never changed'); END;
CREATE TRIGGER group_term_no_delete BEFORE DELETE ON group_term BEGIN SELECT RAISE(ABORT, 'group_term rows stay'); END;
CREATE TRIGGER training_no_update BEFORE UPDATE ON training BEGIN SELECT RAISE(ABORT, 'training is append-only'); END;
CREATE TRIGGER training_no_delete BEFORE DELETE ON training BEGIN SELECT RAISE(ABORT, 'training is append-only'); END;
CREATE TRIGGER training_present_no_update BEFORE UPDATE ON training_present BEGIN SELECT RAISE(ABORT, 'training_present is append-only'); END;
CREATE TRIGGER training_present_no_delete BEFORE DELETE ON training_present BEGIN SELECT RAISE(ABORT, 'training_present is append-only'); END;
CREATE TRIGGER recovery_set_stays BEFORE UPDATE ON recovery_set WHEN NEW.public_key <> OLD.public_key OR NEW.reason IS NOT OLD.reason OR NEW.by_person <> OLD.by_person OR NEW.made_at <> OLD.made_at OR NEW.set_signature IS NOT OLD.set_signature OR NEW.agree_signature IS NOT OLD.agree_signature OR (OLD.sealed_at IS NOT NULL AND NEW.sealed_at IS NOT OLD.sealed_at) OR NEW.opened_at IS NULL AND OLD.opened_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a set of recovery sheets is made, sealed and opened, and never changed'); END;
CREATE TRIGGER recovery_set_no_delete BEFORE DELETE ON recovery_set BEGIN SELECT RAISE(ABORT, 'recovery_set is append-only'); END;
CREATE TRIGGER scope_no_delete BEFORE DELETE ON scope BEGIN SELECT RAISE(ABORT, 'scope is append-only'); END;
CREATE TRIGGER sheet_copy_no_update BEFORE UPDATE ON sheet_copy BEGIN SELECT RAISE(ABORT, 'sheet_copy is append-only'); END;
CREATE TRIGGER sheet_copy_no_delete BEFORE DELETE ON sheet_copy BEGIN SELECT RAISE(ABORT, 'sheet_copy is append-only'); END;
CREATE TRIGGER form_template_no_update BEFORE UPDATE ON form_template BEGIN SELECT RAISE(ABORT, 'form_template is append-only'); END;
CREATE TRIGGER form_template_no_delete BEFORE DELETE ON form_template BEGIN SELECT RAISE(ABORT, 'form_template is append-only'); END;
CREATE TRIGGER print_no_update BEFORE UPDATE ON print BEGIN SELECT RAISE(ABORT, 'print is append-only'); END;
CREATE TRIGGER print_no_delete BEFORE DELETE ON print BEGIN SELECT RAISE(ABORT, 'print is append-only'); END;
CREATE TRIGGER export_made_once BEFORE UPDATE ON export WHEN OLD.made_at IS NOT NULL OR NEW.number <> OLD.number OR NEW.list <> OLD.list OR NEW.filter <> OLD.filter OR NEW.by_person <> OLD.by_person OR NEW.at <> OLD.at OR NEW.free <> OLD.free OR NEW.approved_by IS NOT OLD.approved_by OR NEW.approve_signature IS NOT OLD.approve_signature BEGIN SELECT RAISE(ABORT, 'an export is made once and never changed'); END;
CREATE TRIGGER export_no_delete BEFORE DELETE ON export BEGIN SELECT RAISE(ABORT, 'export rows stay'); END;
CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoint is append-only'); END;
CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoint is append-only'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'document rows stay'); END;
CREATE TRIGGER document_number_fixed BEFORE UPDATE OF number, register, year, envelope, reproduction, listed, counted, registered_by, register_signature ON document BEGIN SELECT RAISE(ABORT, 'a registration is not edited'); END;
CREATE TRIGGER copy_no_delete BEFORE DELETE ON copy BEGIN SELECT RAISE(ABORT, 'copy rows stay'); END;
CREATE TRIGGER copy_number_fixed BEFORE UPDATE OF number, document, copy_no, kind, reproduction ON copy BEGIN SELECT RAISE(ABORT, 'a copy keeps its number'); END;
CREATE TRIGGER copy_archived_once BEFORE UPDATE OF archiving ON copy WHEN OLD.archiving IS NOT NULL AND NEW.archiving IS NOT OLD.archiving BEGIN SELECT RAISE(ABORT, 'a copy is archived once'); END;
CREATE TRIGGER box_no_delete BEFORE DELETE ON box BEGIN SELECT RAISE(ABORT, 'box rows stay'); END;
CREATE TRIGGER box_number_fixed BEFORE UPDATE OF number ON box BEGIN SELECT RAISE(ABORT, 'a box keeps its number'); END;
CREATE TRIGGER box_change_no_update BEFORE UPDATE ON box_change BEGIN SELECT RAISE(ABORT, 'box_change is append-only'); END;
CREATE TRIGGER box_change_no_delete BEFORE DELETE ON box_change BEGIN SELECT RAISE(ABORT, 'box_change is append-only'); END;
CREATE TRIGGER archiving_no_update BEFORE UPDATE ON archiving BEGIN SELECT RAISE(ABORT, 'archiving is append-only'); END;
CREATE TRIGGER archiving_no_delete BEFORE DELETE ON archiving BEGIN SELECT RAISE(ABORT, 'archiving is append-only'); END;
CREATE TRIGGER stock_taking_no_delete BEFORE DELETE ON stock_taking BEGIN SELECT RAISE(ABORT, 'stock_taking rows stay'); END;
CREATE TRIGGER stock_taking_begun_fixed BEFORE UPDATE OF number, boxes, reason, begun_by, begun_at, last_copy, expected ON stock_taking BEGIN SELECT RAISE(ABORT, 'the account of a stock-taking is fixed when it begins'); END;
CREATE TRIGGER stock_item_no_delete BEFORE DELETE ON stock_item BEGIN SELECT RAISE(ABORT, 'stock_item rows stay'); END;
CREATE TRIGGER reproduction_no_delete BEFORE DELETE ON reproduction BEGIN SELECT RAISE(ABORT, 'reproduction rows stay'); END;
CREATE TRIGGER reproduction_asked_fixed BEFORE UPDATE OF number, kind, title, extent, applicant, entered_by, entered_at, asked, recipients, place ON reproduction BEGIN SELECT RAISE(ABORT, 'a request is not edited'); END;
CREATE TRIGGER holding_no_delete BEFORE DELETE ON holding BEGIN SELECT RAISE(ABORT, 'holding rows stay'); END;
CREATE TRIGGER reproduction_source_no_update BEFORE UPDATE ON reproduction_source BEGIN SELECT RAISE(ABORT, 'reproduction_source is append-only'); END;
CREATE TRIGGER reproduction_source_no_delete BEFORE DELETE ON reproduction_source BEGIN SELECT RAISE(ABORT, 'reproduction_source is append-only'); END;
CREATE TRIGGER holding_given_fixed BEFORE UPDATE OF copy, person, reproduction, loan, visit, given_at, given_by, give_signature, take_signature ON holding BEGIN SELECT RAISE(ABORT, 'what was given is never changed'); END;
CREATE TRIGGER holding_back_once BEFORE UPDATE ON holding WHEN OLD.back_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'what came back is never changed'); END;
CREATE TRIGGER breach_no_delete BEFORE DELETE ON breach BEGIN SELECT RAISE(ABORT, 'breach rows stay'); END;
CREATE TRIGGER breach_reported_fixed BEFORE UPDATE OF number, kind, note, discovered_at, registered_at, reporter ON breach BEGIN SELECT RAISE(ABORT, 'a report is not edited'); END;
CREATE TRIGGER breach_copy_no_delete BEFORE DELETE ON breach_copy BEGIN SELECT RAISE(ABORT, 'breach_copy rows stay'); END;
CREATE TRIGGER breach_copy_fixed BEFORE UPDATE ON breach_copy WHEN NEW.breach <> OLD.breach OR NEW.copy <> OLD.copy OR OLD.fate IS NOT NULL OR (OLD.was IS NOT NULL AND NEW.was IS NOT OLD.was) BEGIN SELECT RAISE(ABORT, 'what became of a copy is never changed'); END;
CREATE TRIGGER breach_step_no_update BEFORE UPDATE ON breach_step BEGIN SELECT RAISE(ABORT, 'breach_step is append-only'); END;
CREATE TRIGGER breach_step_no_delete BEFORE DELETE ON breach_step BEGIN SELECT RAISE(ABORT, 'breach_step is append-only'); END;
CREATE TRIGGER hold_no_delete BEFORE DELETE ON hold BEGIN SELECT RAISE(ABORT, 'hold rows stay'); END;
CREATE TRIGGER hold_lifted_once BEFORE UPDATE ON hold WHEN OLD.lifted_at IS NOT NULL OR NEW.lifted_at IS NULL OR NEW.copy <> OLD.copy OR NEW.kind <> OLD.kind OR NEW.reason <> OLD.reason OR NEW.by_person <> OLD.by_person OR NEW.at <> OLD.at OR NEW.signature <> OLD.signature BEGIN SELECT RAISE(ABORT, 'a hold is lifted once and never changed'); END;
CREATE TRIGGER return_list_no_delete BEFORE DELETE ON return_list BEGIN SELECT RAISE(ABORT, 'return_list rows stay'); END;
CREATE TRIGGER return_list_fixed BEFORE UPDATE OF number, issuer, reason, begun_by, begun_at ON return_list BEGIN SELECT RAISE(ABORT, 'a list is not edited'); END;
CREATE TRIGGER return_item_no_delete BEFORE DELETE ON return_item BEGIN SELECT RAISE(ABORT, 'return_item rows stay'); END;
CREATE TRIGGER return_item_fixed BEFORE UPDATE ON return_item WHEN NEW.return_list <> OLD.return_list OR NEW.copy <> OLD.copy OR (OLD.withheld IS NOT NULL AND NEW.withheld IS NOT OLD.withheld) BEGIN SELECT RAISE(ABORT, 'what is withheld stays withheld'); END;
CREATE TRIGGER destruction_no_delete BEFORE DELETE ON destruction BEGIN SELECT RAISE(ABORT, 'destruction rows stay'); END;
CREATE TRIGGER destruction_fixed BEFORE UPDATE OF number, department, reason, begun_by, begun_at ON destruction BEGIN SELECT RAISE(ABORT, 'a batch is not edited'); END;
CREATE TRIGGER destruction_item_no_delete BEFORE DELETE ON destruction_item BEGIN SELECT RAISE(ABORT, 'destruction_item rows stay'); END;
CREATE TRIGGER destruction_item_fixed BEFORE UPDATE ON destruction_item WHEN NEW.destruction <> OLD.destruction OR NEW.copy IS NOT OLD.copy OR NEW.medium IS NOT OLD.medium OR (OLD.withheld IS NOT NULL AND NEW.withheld IS NOT OLD.withheld) BEGIN SELECT RAISE(ABORT, 'what is withheld stays withheld'); END;
CREATE TRIGGER destruction_witness_no_update BEFORE UPDATE ON destruction_witness BEGIN SELECT RAISE(ABORT, 'destruction_witness is append-only'); END;
CREATE TRIGGER destruction_witness_no_delete BEFORE DELETE ON destruction_witness BEGIN SELECT RAISE(ABORT, 'destruction_witness is append-only'); END;
CREATE TRIGGER medium_no_delete BEFORE DELETE ON medium BEGIN SELECT RAISE(ABORT, 'medium rows stay'); END;
CREATE TRIGGER medium_number_fixed BEFORE UPDATE OF number, kind, own_number, level, isolated, in_use_on, model, registered_by, registered_at, register_signature ON medium BEGIN SELECT RAISE(ABORT, 'a carrier keeps its number and level'); END;
CREATE TRIGGER medium_particulars_no_update BEFORE UPDATE ON medium_particulars BEGIN SELECT RAISE(ABORT, 'medium_particulars is append-only'); END;
CREATE TRIGGER medium_particulars_no_delete BEFORE DELETE ON medium_particulars BEGIN SELECT RAISE(ABORT, 'medium_particulars is append-only'); END;
CREATE TRIGGER medium_use_no_delete BEFORE DELETE ON medium_use BEGIN SELECT RAISE(ABORT, 'medium_use rows stay'); END;
CREATE TRIGGER medium_use_asked_fixed BEFORE UPDATE OF number, medium, person, outside, place, purpose, until, entered_by, entered_at ON medium_use BEGIN SELECT RAISE(ABORT, 'what was asked for is never changed'); END;
CREATE TRIGGER medium_use_over BEFORE UPDATE ON medium_use WHEN OLD.state IN ('rejected','back','lost') BEGIN SELECT RAISE(ABORT, 'what is over is never changed'); END;
CREATE TRIGGER medium_repair_no_delete BEFORE DELETE ON medium_repair BEGIN SELECT RAISE(ABORT, 'medium_repair rows stay'); END;
CREATE TRIGGER medium_repair_back_once BEFORE UPDATE ON medium_repair WHEN OLD.back_at IS NOT NULL OR NEW.back_at IS NULL OR NEW.number <> OLD.number OR NEW.medium <> OLD.medium OR NEW.place <> OLD.place OR NEW.firm <> OLD.firm OR NEW.fault <> OLD.fault OR NEW.storage_removed <> OLD.storage_removed OR NEW.supervisor IS NOT OLD.supervisor OR NEW.out_at <> OLD.out_at OR NEW.out_signature <> OLD.out_signature BEGIN SELECT RAISE(ABORT, 'a repair ends once and is never changed'); END;
CREATE TRIGGER medium_ending_no_update BEFORE UPDATE ON medium_ending BEGIN SELECT RAISE(ABORT, 'medium_ending is append-only'); END;
CREATE TRIGGER medium_ending_no_delete BEFORE DELETE ON medium_ending BEGIN SELECT RAISE(ABORT, 'medium_ending is append-only'); END;
CREATE TRIGGER medium_maintenance_no_update BEFORE UPDATE ON medium_maintenance BEGIN SELECT RAISE(ABORT, 'medium_maintenance is append-only'); END;
CREATE TRIGGER medium_maintenance_no_delete BEFORE DELETE ON medium_maintenance BEGIN SELECT RAISE(ABORT, 'medium_maintenance is append-only'); END;
CREATE TRIGGER sheet_no_delete BEFORE DELETE ON sheet BEGIN SELECT RAISE(ABORT, 'sheet rows stay'); END;
CREATE TRIGGER leg_no_delete BEFORE DELETE ON leg BEGIN SELECT RAISE(ABORT, 'leg rows stay'); END;
CREATE TRIGGER leg_reader_fixed BEFORE UPDATE OF reader, sheet ON leg BEGIN SELECT RAISE(ABORT, 'a leg keeps its reader'); END;
CREATE TRIGGER envelope_no_delete BEFORE DELETE ON envelope BEGIN SELECT RAISE(ABORT, 'envelope rows stay'); END;
CREATE TRIGGER paper_signing_no_delete BEFORE DELETE ON paper_signing BEGIN SELECT RAISE(ABORT, 'paper_signing rows stay'); END;
CREATE TRIGGER paper_signing_confirmed_once BEFORE UPDATE ON paper_signing WHEN OLD.confirmed_at IS NOT NULL OR NEW.confirmed_at IS NULL OR NEW.leg IS NOT OLD.leg OR NEW.widening IS NOT OLD.widening OR NEW.reproduction IS NOT OLD.reproduction OR NEW.loan IS NOT OLD.loan OR NEW.visit IS NOT OLD.visit OR NEW.return_list IS NOT OLD.return_list OR NEW.destruction IS NOT OLD.destruction OR NEW.outgoing IS NOT OLD.outgoing OR NEW.medium_use IS NOT OLD.medium_use OR NEW.reason IS NOT OLD.reason OR NEW.kept IS NOT OLD.kept OR NEW.step <> OLD.step OR NEW.signed_at <> OLD.signed_at OR NEW.entered_by <> OLD.entered_by OR NEW.entry_signature <> OLD.entry_signature BEGIN SELECT RAISE(ABORT, 'a paper signing is confirmed once and never changed'); END;
CREATE TRIGGER incident_no_delete BEFORE DELETE ON incident BEGIN SELECT RAISE(ABORT, 'incident rows stay'); END;
CREATE TRIGGER widening_no_delete BEFORE DELETE ON widening BEGIN SELECT RAISE(ABORT, 'widening rows stay'); END;
CREATE TRIGGER person_no_delete BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'person rows stay'); END;
CREATE TRIGGER person_key_no_delete BEFORE DELETE ON person_key BEGIN SELECT RAISE(ABORT, 'person_key rows stay'); END;
CREATE TRIGGER counter_never_back BEFORE UPDATE ON counter WHEN NEW.last <> OLD.last + 1 BEGIN SELECT RAISE(ABORT, 'numbers run without a gap'); END;
