/** One field of a record, as label and text. */
export type Fact = { label: string; value: string }

export type FactChange = { label: string; before: string; after: string }

/** The facts whose value has changed, in the order of `now`. */
export function diffFacts(was: Fact[], now: Fact[]): FactChange[] {
  const before = new Map(was.map(({ label, value }) => [label, value]))
  return now.flatMap(({ label, value }) => {
    const old = before.get(label) ?? ''
    return old === value ? [] : [{ label, before: old, after: value }]
  })
}
