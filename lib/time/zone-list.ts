import { canonicalZone } from '#lib/kernel/canonical-zone.ts'

/** The time zones to choose from, by name; with `also`, whatever is chosen already. */
export function zoneList(also: string | null): string[] {
  const known = Intl.supportedValuesOf('timeZone').map((zone) => canonicalZone(zone) ?? zone)
  return [...new Set([...known, 'UTC', ...(also ? [also] : [])])].toSorted()
}
