/** What must always be true of 表式 and of the prints made by them; each query gives the rows that break it. */
export const templateInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '表式',
    why: '一种表的各版不是从第1版起逐版相接',
    sql: `SELECT 'form_template ' || t.id AS place FROM form_template t
      WHERE t.version <> 1 + (SELECT count(*) FROM form_template o WHERE o.form = t.form AND o.id < t.id)`,
  },
  {
    what: '表式',
    why: '印出来的不是当时现用的一版，或是另一种表的表式',
    sql: `SELECT 'print ' || p.id || '（' || p.number || '）' AS place FROM print p LEFT JOIN form_template t ON t.id = p.template
      WHERE (p.template IS NOT NULL AND (t.id IS NULL OR t.form <> p.form OR t.at > p.at))
      OR EXISTS (SELECT 1 FROM form_template o WHERE o.form = p.form AND o.id > ifnull(p.template, 0) AND o.at < p.at)`,
  },
]
