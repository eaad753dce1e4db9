import 'server-only'
import type { NextRequest } from 'next/server'
import { findActor } from '#lib/identity/find-actor.ts'
import type { Credential } from '#lib/identity/sign-in/credential.ts'
import { systemContext } from '#lib/process/application.ts'
import type { Context, SystemContext } from '#lib/process/context.ts'
import type { DataOf, Endpoint, InputOf } from './endpoint.ts'
import { parseInput } from './parse-input.ts'
import { readJson } from './read-body.ts'
import { readCredential } from './read-credential.ts'
import { Refusal } from './refusal.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'
import { failure, success } from './respond.ts'

/** The context of a use case that finds out in its own query whom the credential belongs to. */
export type CredentialContext = SystemContext & { credential: Credential }

/** Context of an endpoint's use case, by who finds out who asks. */
type ContextOf<E extends Endpoint> = {
  public: SystemContext & { request: NextRequest }
  'signed-in': Context
  'by-credential': CredentialContext
}[E['access']]

type UseCase<E extends Endpoint> = (context: ContextOf<E>, input: InputOf<E>) => Promise<DataOf<E>>

type RouteParameters = { params: Promise<Record<string, string>> }

/** An address of the API: parses the request, calls the use case, presents what it answers or refuses. */
export function route<E extends Endpoint>(endpoint: E, perform: UseCase<E>) {
  return async function handle(request: NextRequest, { params }: RouteParameters): Promise<Response> {
    try {
      const { context, input } = await enter(endpoint, request, await params)
      const data = await perform(context as ContextOf<E>, input)
      return success(data, endpoint.message, endpoint.status)
    } catch (error) {
      return failure(error)
    }
  }
}

/** Who, then form (contract.md, "Everywhere"): a stranger does not learn what a request should look like. */
async function enter<E extends Endpoint>(endpoint: E, request: NextRequest, params: Record<string, string>) {
  const system = systemContext()
  const read = async () => {
    const query = Object.fromEntries(request.nextUrl.searchParams)
    return parseInput(endpoint, { params, query, body: endpoint.body && (await readJson(request)) })
  }
  if (endpoint.access === 'public') return { context: { ...system, request }, input: await read() }
  const credential = readCredential(request.headers, request.cookies)
  refuseCrossSite(request)
  if (endpoint.access === 'signed-in') {
    const context = { ...system, actor: await requireActor(system, credential) }
    return { context, input: await read() }
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
  if (!actor) throw new Refusal('unauthenticated', 'signInEnded')
  return actor
}
