/** The key after which the next page begins; null where this page, shorter than was asked for, is the last. */
export const nextOf = (rows: readonly { id: number }[], limit: number): number | null => (rows.length === limit ? (rows.at(-1)?.id ?? null) : null)
