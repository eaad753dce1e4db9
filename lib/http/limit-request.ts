import 'server-only'
import type { Actor } from '#lib/context/actor.ts'
import type { EndpointAddress } from '#lib/kernel/endpoint.ts'
import { countRequest } from '#lib/limits/request-counters.ts'

/**
 * Counts a request against its endpoint's limit: per user, and per session if the input has a session.
 * @throws Refusal `rate_limited`
 */
export function limitRequest({ limit }: EndpointAddress, { id }: Pick<Actor, 'id'>, input: unknown): void {
  if (!limit) return
  const namesSession = typeof input === 'object' && input !== null && 'sessionId' in input
  countRequest(limit, namesSession ? `${id} ${input.sessionId}` : id)
}
