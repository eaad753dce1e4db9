/**
 * Zones that Node and most browsers still call by the name they had first (Unicode CLDR keeps it for good), with the
 * name in the IANA database.
 */
const renamed = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
])

/**
 * The IANA name of a zone, whatever case or link it is given by: `Europe/Berlin` of `europe/berlin`,
 * `America/Los_Angeles` of `US/Pacific`, `UTC` of `Etc/UTC` and `GMT`. Zones of countries keep their own names also
 * where their clocks are another country's today, such as Europe/Oslo. Null where this machine knows no such zone.
 */
export function canonicalZone(name: string): string | null {
  // Offsets such as +01:00 are no zones of a place.
  if (!/^[A-Z]/i.test(name)) return null
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return renamed.get(timeZone) ?? timeZone
  } catch {
    return null
  }
}
