import { canonicalZone } from '#lib/kernel/canonical-zone.ts'

const REFUSED = 'caravan.refusedZone'

/** The zone that the device is set to, by its IANA name. */
export function deviceZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return canonicalZone(timeZone) ?? timeZone
}

// Storage throws where the browser forbids it; then it is asked again at the next visit.

/** The device's zone in which times were not wanted, on this browser; null where nothing was refused. */
export function readDismissedZone(): string | null {
  try {
    return localStorage.getItem(REFUSED)
  } catch {
    return null
  }
}

export function dismissZone(zone: string): void {
  try {
    localStorage.setItem(REFUSED, zone)
  } catch {}
}
