import { type Attack, schema } from './means.ts'

/** What keeps the rows in order, changed. */
export const onSchema: readonly Attack[] = [
  {
    name: 'drop a trigger',
    does: 'entries could be changed',
    found: ['the schema'],
    atSignIn: false,
    act: schema('DROP TRIGGER audit_entry_no_update'),
  },
  {
    name: 'weaken a trigger',
    does: 'the same name, and it lets everything through',
    found: ['the schema'],
    atSignIn: false,
    act: schema('DROP TRIGGER audit_entry_no_delete; CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT 1; END'),
  },
  {
    name: 'add a column',
    does: 'a second name for a person',
    found: ['row digests', 'the schema'],
    atSignIn: false,
    act: schema('ALTER TABLE person ADD COLUMN alias TEXT'),
  },
  { name: 'drop an index', does: 'two readers could hold one folder', found: ['the schema'], atSignIn: false, act: schema('DROP INDEX leg_one_out') },
  {
    name: 'change a view',
    does: 'who was moved out of a scope is in it again',
    found: ['the schema'],
    atSignIn: false,
    act: schema('DROP VIEW in_scope; CREATE VIEW in_scope AS SELECT id, document, person FROM scope'),
  },
]
