/** What this screen is known by, and the code that it shows until it is paired. */
export type StoredDisplay = { secret: string; code: string; expiresAt: string }

const DISPLAY = 'caravan.hall'

// Storage throws where the browser forbids it; then a reload asks for a new code, and everything else works.

export function rememberedDisplay(): StoredDisplay | null {
  try {
    return parse(JSON.parse(localStorage.getItem(DISPLAY) ?? 'null'))
  } catch {
    return null
  }
}

export function rememberDisplay(display: StoredDisplay | null): void {
  try {
    if (display) localStorage.setItem(DISPLAY, JSON.stringify(display))
    else localStorage.removeItem(DISPLAY)
  } catch {}
}

function parse(stored: unknown): StoredDisplay | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { secret, code, expiresAt } = stored as Partial<Record<string, unknown>>
  return typeof secret === 'string' && typeof code === 'string' && typeof expiresAt === 'string'
    ? { secret, code, expiresAt }
    : null
}
