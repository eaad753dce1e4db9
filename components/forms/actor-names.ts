type Done = { actor: { name: string } | null }

/** The names of people who changed a thing, the latest first: `Bo and Ada`. Empty where it changed by itself. */
export function actorNames(events: Done[]): string {
  const names = new Set(events.flatMap(({ actor }) => actor?.name || []))
  return new Intl.ListFormat('en-GB').format(names)
}
