import { type Attack, rebuilt, sql } from './means.ts'

const MADE_LAST = "(SELECT max(id) FROM copy WHERE kind = 'copy')"
const LENT = "(SELECT id FROM copy WHERE state = 'lent')"

/** Who has a copy, how many were allowed, and what there is of them, changed by somebody who makes the whole record fit. */
export const onCustody: readonly Attack[] = [
  {
    name: 'change who holds a copy',
    does: 'another person in what was issued, the copy with it',
    found: ['row digests', 'signatures'],
    atSignIn: false,
    act: sql(`UPDATE holding SET person = person + 1; UPDATE copy SET holder = holder + 1 WHERE id = ${LENT}`),
  },
  {
    name: 'change who holds a copy and rebuild the record',
    does: 'the same, every entry and the head file made to fit',
    found: ['signatures'],
    atSignIn: false,
    act: rebuilt(`UPDATE holding SET person = person + 1; UPDATE copy SET holder = holder + 1 WHERE id = ${LENT}`),
  },
  {
    name: 'raise an approval',
    does: 'three copies approved instead of two, the record and the head file made to fit',
    found: ['signatures'],
    atSignIn: false,
    act: rebuilt('UPDATE reproduction SET approved = 3'),
  },
  {
    name: 'take a made copy out',
    does: 'the last of two is gone, counted nowhere, the record and the head file made to fit',
    found: ['signatures'],
    atSignIn: false,
    act: rebuilt(`DELETE FROM copy WHERE id = ${MADE_LAST}; UPDATE reproduction SET made = 1; UPDATE document SET copies = 2 WHERE copies = 3 AND id =
      (SELECT max(id) FROM document)`),
  },
  {
    name: 'take an issue out',
    does: 'a copy that was issued is in the box as if it had never left it, the record and the head file made to fit',
    found: ['signatures'],
    atSignIn: false,
    act: rebuilt(`UPDATE document SET out = 0 WHERE id = (SELECT document FROM copy WHERE id = ${LENT}); DELETE FROM holding;
      UPDATE copy SET state = 'inBox', holder = NULL WHERE id = ${LENT}; UPDATE reproduction SET state = 'made'`),
  },
  {
    name: 'take a holding out',
    does: 'nobody has signed for a copy that is out, the record and the head file made to fit',
    found: ['signatures', 'numbers and rules'],
    atSignIn: false,
    act: rebuilt('DELETE FROM holding'),
  },
]
