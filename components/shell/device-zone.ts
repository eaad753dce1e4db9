import { readStored, writeStored } from '#components/ui/browser-storage.ts'
import { canonicalZone } from '#lib/kernel/canonical-zone.ts'

const KEY = 'caravan.dismissed-zone'
const FORMER_KEY = 'caravan.refusedZone'

/** The device's time zone, by its IANA name. */
export function deviceZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return canonicalZone(timeZone) ?? timeZone
}

/** The device zone whose offer was dismissed in this browser; null if there is none. */
export function readDismissedZone(): string | null {
  return readStored(KEY, FORMER_KEY)
}

export function dismissZone(zone: string): void {
  writeStored(KEY, zone)
}
