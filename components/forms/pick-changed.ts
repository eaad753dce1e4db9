/** The form's fields that differ from their initial values. Untouched fields are not sent. */
export function pickChanged<Input extends object>(filled: Input, opened: object | undefined): Partial<Input> {
  if (!opened) return filled
  const was = new Map<string, unknown>(Object.entries(opened))
  const changed = Object.entries(filled).filter(([field, value]) => value !== was.get(field))
  return Object.fromEntries(changed) as Partial<Input>
}
