import 'server-only'
import type { NextRequest } from 'next/server'
import type { Context, SystemContext } from '#lib/context/context.ts'
import type { CredentialContext } from '#lib/identity/sign-in/credential.ts'
import type { DataOf, Endpoint, InputOf } from '#lib/kernel/endpoint.ts'
import { authenticate, type RouteParameters } from './authenticate.ts'
import { failure, success } from './respond.ts'

/** Context of an endpoint's use case, by its kind of access. */
type ContextOf<E extends Endpoint> = {
  public: SystemContext & { request: NextRequest }
  'signed-in': Context
  'by-credential': CredentialContext
}[E['access']]

type UseCase<E extends Endpoint> = (context: ContextOf<E>, input: InputOf<E>) => Promise<DataOf<E>>

/** Handler of an endpoint: parses the request, calls the use case, and sends its result or refusal. */
export function route<E extends Endpoint>(endpoint: E, perform: UseCase<E>) {
  return async function handle(request: NextRequest, { params }: RouteParameters): Promise<Response> {
    try {
      const { context, input } = await authenticate(endpoint, request, await params)
      const data = await perform(context as ContextOf<E>, input)
      return success(data, endpoint.message, endpoint.status)
    } catch (error) {
      return failure(error)
    }
  }
}
