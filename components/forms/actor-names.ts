type Done = { actor: { name: string } | null }

/** The names of people who made a change, the latest first: `Bo and Ada`. Empty for automatic changes. */
export function actorNames(events: Done[]): string {
  const names = new Set(events.flatMap(({ actor }) => actor?.name || []))
  return new Intl.ListFormat('en-GB').format(names)
}
