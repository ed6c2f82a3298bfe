/** How a clerk writes a 文号, and how the record writes it. What cannot be read goes to the vault as typed, and is refused there. */

/** 文号 with any brackets → the official 〔2026〕. */
export const symbolWritten = (typed: string) => typed.replace(/[[［【(（〔](\d{4})[\]］】)）〕]/g, '〔$1〕').trim()

/** A 文号 ends with 号: nothing follows it, so the cursor may go on. */
export const symbolIsWhole = (typed: string) => /[[［【(（〔]\d{4}[\]］】)）〕]\s*第?\d+号$/.test(typed.trim())
