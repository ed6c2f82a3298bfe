/** Whether something stands in a box. */
export const isFilled = (value: unknown): boolean =>
  !(value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
