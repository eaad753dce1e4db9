import { canonicalZone } from '#lib/kernel/canonical-zone.ts'

/** The selectable time zones, by name; `also` adds the current zone. */
export function zoneList(also: string | null): string[] {
  const known = Intl.supportedValuesOf('timeZone').map((zone) => canonicalZone(zone) ?? zone)
  return [...new Set([...known, 'UTC', ...(also ? [also] : [])])].toSorted()
}
