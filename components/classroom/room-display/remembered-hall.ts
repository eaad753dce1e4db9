/** What this screen is known by, and the code that it shows until it is paired. */
export type OwnHall = { secret: string; code: string; expiresAt: string }

const HALL = 'caravan.hall'

// Storage throws where the browser forbids it; then a reload asks for a new code, and everything else works.

export function rememberedHall(): OwnHall | null {
  try {
    return parse(JSON.parse(localStorage.getItem(HALL) ?? 'null'))
  } catch {
    return null
  }
}

export function rememberHall(hall: OwnHall | null): void {
  try {
    if (hall) localStorage.setItem(HALL, JSON.stringify(hall))
    else localStorage.removeItem(HALL)
  } catch {}
}

function parse(stored: unknown): OwnHall | null {
  if (typeof stored !== 'object' || stored === null) return null
  const { secret, code, expiresAt } = stored as Partial<Record<string, unknown>>
  return typeof secret === 'string' && typeof code === 'string' && typeof expiresAt === 'string'
    ? { secret, code, expiresAt }
    : null
}
