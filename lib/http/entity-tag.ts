import { createHash } from 'node:crypto'

/** A strong entity tag (RFC 9110): the same content has the same, and no other content has it. */
export function entityTag(content: string): string {
  return `"${createHash('sha256').update(content).digest('base64url')}"`
}

/** Whether If-None-Match names this tag: whoever asks has the content already. */
export function hasEntityTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false
  if (ifNoneMatch.trim() === '*') return true
  // Weak comparison, as If-None-Match asks for: W/ makes no difference. A tag itself may contain commas.
  return ifNoneMatch.match(/"[^"]*"/g)?.includes(tag) ?? false
}

type Tagged = { content: string; tag: string; type: string; cacheControl: string }

/** The content with its tag, or 304 without it where the request names the tag. */
export function respondTagged(request: Request, { content, tag, type, cacheControl }: Tagged): Response {
  const headers = { etag: tag, 'cache-control': cacheControl }
  if (hasEntityTag(request.headers.get('if-none-match'), tag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(content, { headers: { ...headers, 'content-type': `${type}; charset=utf-8` } })
}
