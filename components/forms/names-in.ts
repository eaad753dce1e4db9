type Done = { actor: { name: string } | null }

/** Who changed a thing, each once, the latest first, as `Bo and Ada`; empty where it changed by itself. */
export function namesIn(events: Done[]): string {
  const names = new Set(events.flatMap(({ actor }) => actor?.name || []))
  return new Intl.ListFormat('en-GB').format(names)
}
