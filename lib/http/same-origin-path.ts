const ANY_ORIGIN = 'http://here.invalid'

/**
 * The path and query of an address on this origin; `/` for any other text. Parsing the result again gives the same
 * path on this origin, so a browser stays on this site.
 * @param origin the site's origin; without it, the text must be a path
 */
export function sameOriginPath(text: unknown, origin = ANY_ORIGIN): string {
  const address = typeof text === 'string' ? URL.parse(text, origin) : null
  if (address?.origin !== origin) return '/'
  const path = `${address.pathname}${address.search}`
  // `/.//evil.test` is on this origin, but its normalised path, `//evil.test`, is another host.
  return URL.parse(path, origin)?.href === `${origin}${path}` ? path : '/'
}
