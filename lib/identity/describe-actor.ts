import 'server-only'
import type { Context } from '#lib/context/context.ts'
import type { DataOf } from '#lib/kernel/endpoint.ts'
import type { meEndpoint } from './api.ts'

/** The signed-in user, without the sign-in's id. */
export async function describeActor({ actor }: Context): Promise<DataOf<typeof meEndpoint>> {
  const { signInId: _, ...described } = actor
  return described
}
