/** The client's address. server.ts writes this header itself, so that a client cannot choose it. */
export function clientAddressOf(headers: Headers): string {
  return headers.get('x-forwarded-for') ?? 'unknown'
}
