/** A label code as a scanner types it: 16 digits, no letter, so that no input method, layout or caps lock changes it (docs/decisions/0016). The first says of what. */
export const LABEL_CODE = /^[12]\d{15}$/
/** Two or more codes that were read as one line. */
export const RUN_TOGETHER = /^(?:[12]\d{15}){2,}$/
/** The label of a carrier or device; every other is a copy's. */
export const CARRIER_CODE = /^2\d{15}$/
/** Whether the two check digits fit the others (ISO 7064 MOD 97-10): they find every single wrong digit and every two that changed places. */
export const checksOut = (code: string): boolean => Number(code) % 97 === 1
