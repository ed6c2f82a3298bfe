/** Written on a copy's number for what was made: `密收〔2026〕0001-复-0001`. */
const WORD = `CASE c.kind WHEN 'copy' THEN '复' ELSE '摘' END`
const COPY = `SELECT 'copy ' || c.id || '（' || c.number || '）' AS place FROM copy c`
const HOLDING = `SELECT 'holding ' || h.id || '（' || c.number || '）' AS place FROM holding h JOIN copy c ON c.id = h.copy`
const REQUEST = `SELECT 'reproduction ' || r.id || '（' || r.number || '）' AS place FROM reproduction r`
const LOAN = `SELECT 'loan ' || l.id || '（' || l.number || '）' AS place FROM loan l`
const VISIT = `SELECT 'visit ' || v.id || '（' || v.number || '）' AS place FROM visit v`
const ENTRY = `SELECT 'paper_signing ' || p.id || '（' || r.number || '）' AS place FROM paper_signing p JOIN reproduction r ON r.id = p.reproduction`

/** What must always be true of copies that were made or lie in somebody's hands against a signature, and of the requests they stand on; each query gives the rows that break it. */
export const custodyInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '份',
    why: '借出的份须有且只有一次未归还的领取，由领取人持有；不在借出的份不得有未归还的领取（F1(5)d）',
    sql: `${COPY} WHERE (c.state = 'lent') <> (SELECT count(*) FROM holding h WHERE h.copy = c.id AND h.back_at IS NULL)
      OR (c.state = 'lent' AND (c.sheet IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM holding h WHERE h.copy = c.id AND h.back_at IS NULL AND h.person = c.holder AND h.given_at = c.since)))`,
  },
  {
    what: '份',
    why: '复制件、摘抄件须依据同一文件原件的同类申请复制，汇编件须属于依据其申请登记的汇编；原件不是复制的（F1(5)d）',
    sql: `${COPY} LEFT JOIN reproduction r ON r.id = c.reproduction JOIN document d ON d.id = c.document
      WHERE (c.kind = 'original') <> (c.reproduction IS NULL) OR (c.kind = 'compilation') <> (d.reproduction IS NOT NULL)
      OR (c.reproduction IS NOT NULL AND (r.id IS NULL OR r.kind IS NOT c.kind OR CASE c.kind WHEN 'compilation' THEN d.reproduction IS NOT r.id
        ELSE NOT EXISTS (SELECT 1 FROM reproduction_source n JOIN copy s ON s.id = n.copy WHERE n.reproduction = r.id AND s.document = c.document AND s.kind = 'original') END))`,
  },
  {
    what: '份',
    why: '复制件的编号不是依次编的（F1(5)d）',
    sql: `${COPY} JOIN document d ON d.id = c.document
      JOIN (SELECT id, row_number() OVER (PARTITION BY document, kind ORDER BY id) AS nth FROM copy WHERE kind NOT IN ('original','compilation')) n ON n.id = c.id
      WHERE c.number <> d.number || '-' || ${WORD} || '-' || printf('%04d', n.nth)`,
  },
  {
    what: '复制申请',
    why: '复制的份数与登记的不一致，或多于批准、申请的份数（F1(5)b）',
    sql: `${REQUEST} WHERE r.made <> (SELECT count(*) FROM copy c WHERE c.reproduction = r.id)
      OR (r.made > 0 AND r.approved IS NULL) OR r.made > r.approved OR r.approved > r.asked`,
  },
  {
    what: '复制申请',
    why: '状态与签名不一致：待领导须有部门意见，批准须有审批，已复制须有复制登记，已发放须有领取，全部收回须无未归还（F1(5)a、F1(5)d）',
    sql: `${REQUEST} WHERE
      (r.state IN ('draft','toSection') AND r.section_signature IS NOT NULL)
      OR (r.state IN ('toLeader','approved','rejected','made','issued','allBack') AND r.section_signature IS NULL)
      OR (r.section_signature IS NULL) <> (r.section_by IS NULL) OR (r.signature IS NULL) <> (r.decided_by IS NULL)
      OR (r.state IN ('approved','made','issued','allBack')) <> (r.approved IS NOT NULL)
      OR (r.approved IS NULL) <> (r.valid_until IS NULL) OR (r.approved IS NOT NULL AND r.signature IS NULL)
      OR (r.state IN ('draft','toSection','toLeader','cancelled') AND r.signature IS NOT NULL)
      OR (r.state IN ('made','issued','allBack')) <> (r.make_signature IS NOT NULL) OR (r.made > 0) <> (r.make_signature IS NOT NULL)
      OR (r.make_signature IS NULL) <> (r.made_at IS NULL)
      OR (r.state = 'cancelled') <> (r.reason IS NOT NULL) OR (r.state IN ('allBack','cancelled')) <> (r.closed_at IS NOT NULL)
      OR (r.state = 'made' AND EXISTS (SELECT 1 FROM holding h WHERE h.reproduction = r.id))
      OR (r.state = 'issued' AND NOT EXISTS (SELECT 1 FROM holding h WHERE h.reproduction = r.id))
      OR (r.state = 'allBack' AND EXISTS (SELECT 1 FROM holding h WHERE h.reproduction = r.id AND h.back_at IS NULL))`,
  },
  {
    what: '复制申请',
    why: '摘抄没有摘抄范围，或填写了不需要的摘抄范围（F1(5)a）',
    sql: `${REQUEST} WHERE (r.kind = 'extract') <> (r.extent IS NOT NULL)`,
  },
  {
    what: '复制申请',
    why: '绝密件没有原定密机关的同意（F1(5)a）',
    sql: `SELECT 'reproduction_source ' || n.id || '（' || r.number || '）' AS place FROM reproduction_source n JOIN reproduction r ON r.id = n.reproduction
      JOIN copy c ON c.id = n.copy WHERE n.consent IS NULL AND NOT EXISTS (SELECT 1 FROM particulars p WHERE p.document = c.document AND p.level <> 'topSecret')`,
  },
  {
    what: '借用',
    why: '状态与签名、领取不一致：批准须有审批，借出须由借用人持有这一份，归还后不再持有（F1(7)b）',
    sql: `${LOAN} LEFT JOIN holding h ON h.loan = l.id WHERE (l.signature IS NULL) <> (l.decided_by IS NULL)
      OR (l.state IN ('approved','rejected','lent','returned') AND l.signature IS NULL) OR (l.state = 'requested' AND l.signature IS NOT NULL)
      OR (l.state IN ('requested','rejected') AND l.due IS NOT NULL) OR (l.state IN ('approved','lent','returned') AND l.due IS NULL)
      OR (l.state IN ('lent','returned')) <> (h.id IS NOT NULL) OR (l.state = 'returned') <> (h.back_at IS NOT NULL)
      OR h.copy <> l.copy OR h.person <> l.borrower OR (l.state IN ('returned','cancelled')) <> (l.closed_at IS NOT NULL)
      OR (l.state = 'cancelled') <> (l.void_reason IS NOT NULL)`,
  },
  {
    what: '借用',
    why: '一件借用领取了不止一次（F1(7)b 续借须重新审批）',
    sql: `${LOAN} WHERE (SELECT count(*) FROM holding h WHERE h.loan = l.id) > 1`,
  },
  {
    what: '查阅',
    why: '查阅登记没有份，或与领取不一致：查阅中各份都在查阅人手中，查阅完毕都已归还（F1(7)a）',
    sql: `${VISIT} WHERE NOT EXISTS (SELECT 1 FROM holding h WHERE h.visit = v.id) OR EXISTS (SELECT 1 FROM holding h WHERE h.visit = v.id
      AND (h.person <> v.person OR (v.state = 'left' AND h.back_at IS NULL) OR (v.state = 'reading' AND h.back_at IS NOT NULL AND h.breach IS NULL) OR h.given_by <> v.by_person))`,
  },
  {
    what: '领取',
    why: '没有所依据的申请、借用或查阅，或不止一项（F1(5)d、F1(7)）',
    sql: `${HOLDING} WHERE (h.reproduction IS NOT NULL) + (h.loan IS NOT NULL) + (h.visit IS NOT NULL) <> 1`,
  },
  {
    what: '领取',
    why: '不是依据复制这一份的申请发放的，或领取人不是批准的分发对象（F1(5)b）',
    sql: `${HOLDING} LEFT JOIN reproduction r ON r.id = h.reproduction WHERE h.reproduction IS NOT NULL AND (r.id IS NULL
      OR c.reproduction IS NOT h.reproduction OR NOT EXISTS (SELECT 1 FROM json_each(r.recipients) WHERE value = h.person))`,
  },
  {
    what: '领取',
    why: '领取人不在文件的知悉范围内（F1(4)c）',
    sql: `${HOLDING} WHERE NOT EXISTS (SELECT 1 FROM scope k WHERE k.document = c.document AND k.person = h.person)`,
  },
  {
    what: '领取',
    why: '同一份两次领取的时间重叠（F1(5)d）',
    sql: `${HOLDING} WHERE EXISTS (SELECT 1 FROM holding o WHERE o.copy = h.copy AND o.id < h.id AND o.back_at IS NULL)`,
  },
  {
    what: '复制申请',
    why: '纸质签补录不是该申请所依据的签名，或签字人、补录人不符（F1(5)a）',
    sql: `${ENTRY} LEFT JOIN signature s ON s.id = p.entry_signature WHERE p.person IS NOT json_extract(s.record, '$.signer') OR p.entered_by = p.person
      OR (p.step IN ('opinion','approval') AND p.entered_by IN (r.applicant, r.entered_by))
      OR NOT CASE p.step
        WHEN 'opinion' THEN p.entry_signature IS r.section_signature AND p.person IS r.section_by
        WHEN 'approval' THEN p.entry_signature IS r.signature AND p.person IS r.decided_by
        WHEN 'issue' THEN EXISTS (SELECT 1 FROM holding h WHERE h.reproduction = r.id AND h.take_signature = p.entry_signature AND h.person = p.person)
        WHEN 'giveBack' THEN EXISTS (SELECT 1 FROM holding h WHERE h.reproduction = r.id AND h.give_back_signature = p.entry_signature AND h.person = p.person)
        ELSE FALSE END`,
  },
]
