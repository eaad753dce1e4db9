import 'server-only'
import type { NextRequest } from 'next/server'
import type { SystemContext } from '#lib/context/context.ts'
import type { Credential } from '#lib/identity/sign-in/credential.ts'
import { findActor } from '#lib/identity/sign-in/find-actor.ts'
import { refuseEnded } from '#lib/identity/sign-in/refuse-ended.ts'
import type { EndpointAddress } from '#lib/kernel/endpoint.ts'
import { systemContext } from '#lib/process/application.ts'
import { limitRequest } from './limit-request.ts'
import { parseInput } from './parse-input.ts'
import { readFile, readJson } from './read-body.ts'
import { readCredential } from './read-credential.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'

export type RouteParameters = { params: Promise<Record<string, string>> }

/**
 * Identity first, then input (docs/contract.md, "Everywhere"): unauthenticated clients do not learn
 * the request's format.
 */
export async function authenticate<E extends EndpointAddress>(
  endpoint: E,
  request: NextRequest,
  params: Record<string, string>,
) {
  const system = systemContext()
  const read = async () => {
    const query = Object.fromEntries(request.nextUrl.searchParams)
    const body = endpoint.body && (await readJson(request))
    const file = endpoint.upload && readFile(request, endpoint.upload)
    return parseInput(endpoint, { params, query, body, file })
  }
  if (endpoint.access === 'public') return { context: { ...system, request }, input: await read() }
  const credential = readCredential(request.headers, request.cookies)
  refuseCrossSite(request)
  if (endpoint.access === 'signed-in') {
    const context = { ...system, actor: await requireActor(system, credential) }
    const input = await read()
    limitRequest(endpoint, context.actor, input)
    return { context, input }
  }
  const input = await read().catch(async (error: unknown) => {
    await requireActor(system, credential)
    throw error
  })
  return { context: { ...system, credential }, input }
}

/** @throws Refusal `unauthenticated` */
export async function requireActor(system: SystemContext, credential: Credential) {
  const actor = await findActor(system, credential)
  if (!actor) throw await refuseEnded(system, credential)
  return actor
}
