import { createHash } from 'node:crypto'

/** A strong entity tag (RFC 9110): equal tags mean equal content. */
export function entityTag(content: string): string {
  return `"${createHash('sha256').update(content).digest('base64url')}"`
}

/** Whether If-None-Match contains this tag, which means that the client already has the content. */
export function hasEntityTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false
  if (ifNoneMatch.trim() === '*') return true
  // Weak comparison, as If-None-Match requires: W/ makes no difference. A tag may contain commas.
  return ifNoneMatch.match(/"[^"]*"/g)?.includes(tag) ?? false
}

type Tagged = { content: string; tag: string; type: string; cacheControl: string }

/** The content with its tag, or 304 without content if the request has the tag. */
export function respondTagged(request: Request, { content, tag, type, cacheControl }: Tagged): Response {
  const headers = { etag: tag, 'cache-control': cacheControl }
  if (hasEntityTag(request.headers.get('if-none-match'), tag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(content, { headers: { ...headers, 'content-type': `${type}; charset=utf-8` } })
}
