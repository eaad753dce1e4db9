import { readStored, writeStored } from '#components/ui/browser-storage.ts'

/** Secret that identifies this display, and the code that it shows until it is paired. */
export type StoredDisplay = { secret: string; code: string; expiresAt: string }

const KEY = 'caravan.room-display'
const FORMER_KEY = 'caravan.hall'

export function rememberedDisplay(): StoredDisplay | null {
  try {
    return parse(JSON.parse(readStored(KEY, FORMER_KEY) ?? 'null'))
  } catch {
    return null
  }
}

export function rememberDisplay(display: StoredDisplay | null): void {
  writeStored(KEY, display && JSON.stringify(display))
  writeStored(FORMER_KEY, null)
}

function parse(stored: unknown): StoredDisplay | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { secret, code, expiresAt } = stored as Partial<Record<string, unknown>>
  return typeof secret === 'string' && typeof code === 'string' && typeof expiresAt === 'string'
    ? { secret, code, expiresAt }
    : null
}
