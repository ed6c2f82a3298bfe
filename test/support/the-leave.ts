/** Stands in a script for the ticket that the last `session.countersign` in it gives. */
export const THE_LEAVE = 'the leave just given'
