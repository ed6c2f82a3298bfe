/** A label code as a scanner types it: 16 digits, no letter, so that no input method, layout or caps lock changes it (docs/decisions/0016). */
export const LABEL_CODE = /^1\d{15}$/
/** Two or more codes that were read as one line. */
export const RUN_TOGETHER = /^(?:1\d{15}){2,}$/
