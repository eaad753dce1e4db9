const HERE = 'http://here.invalid'

/** A path inside this site, or `/` where the text leads anywhere else. */
export function ownPath(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/'
  try {
    const { origin, pathname, search } = new URL(next, HERE)
    return origin === HERE ? `${pathname}${search}` : '/'
  } catch {
    return '/'
  }
}
