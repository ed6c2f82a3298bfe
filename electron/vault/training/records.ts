import type { Read } from '../door/unit.ts'

export type Trained = { id: number; name: string; department: string; last: string | null }

/** Everybody with a place in the unit, with the day of their last 培训 up to a day; a meeting trains nobody (G7). */
export const trainedBy = (read: Read, day: string): Trained[] =>
  read.all<Trained>(
    `SELECT person.id, person.name, person.department,
       (SELECT max(training.held_on) FROM training_present AS p JOIN training ON training.id = p.training
        WHERE p.person = person.id AND training.kind = 'training' AND training.held_on <= ?) AS last
     FROM person WHERE account <> 'disabled' ORDER BY department, person.id`,
    day,
  )

/** The day of the last one of a kind; null when none was ever held. */
export const lastHeld = (read: Read, kind: 'training' | 'improvement'): string | null =>
  read.get<{ day: string | null }>('SELECT max(held_on) AS day FROM training WHERE kind = ?', kind)?.day ?? null
