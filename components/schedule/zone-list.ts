/** Where the browser's and Node's lists still have a name that its people no longer use. */
const renamed = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Godthab', 'America/Nuuk'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
])

/** The time zones to choose from, by name; with `also`, whatever is chosen already. */
export function zoneList(also: string | null): string[] {
  const known = Intl.supportedValuesOf('timeZone').map((zone) => renamed.get(zone) ?? zone)
  return [...new Set([...known, 'UTC', ...(also ? [also] : [])])].toSorted()
}
