const ANY_ORIGIN = 'http://here.invalid'

/**
 * The path and query of an address on this origin; `/` for every other text. The result is on the origin when it is
 * parsed again, and does not change then, so that a browser follows it to this site.
 * @param origin of the site; without it, the text has to be a path
 */
export function sameOriginPath(text: unknown, origin = ANY_ORIGIN): string {
  const address = typeof text === 'string' ? URL.parse(text, origin) : null
  if (address?.origin !== origin) return '/'
  const path = `${address.pathname}${address.search}`
  // `/.//evil.test` is on this origin, but its normalised path, `//evil.test`, is another host.
  return URL.parse(path, origin)?.href === `${origin}${path}` ? path : '/'
}
