import 'server-only'
import { cookies, headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '#lib/context/actor.ts'
import type { Context } from '#lib/context/context.ts'
import { findActor } from '#lib/identity/sign-in/find-actor.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { systemContext } from '#lib/process/application.ts'
import { readCredential } from './read-credential.ts'

/** Who looks at this page, read once a request; null where nobody is signed in. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  try {
    return await findActor(systemContext(), readCredential(await headers(), await cookies()))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unauthenticated') return null
    throw error
  }
})

/**
 * The context of a page. Who is not signed in is sent to sign in and comes back; who has another role than
 * the page is for sees that it is not theirs.
 */
export async function currentContext(role?: Role): Promise<Context> {
  const actor = await currentActor()
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent((await headers()).get('x-path') ?? '/')}`)
  if (role && actor.role !== role) forbidden()
  return { ...systemContext(), actor }
}

/** What a page reads, or our 404 and 403 pages where there is nothing to read or it is not theirs. */
export async function pageOr404<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') notFound()
    if (error instanceof Refusal && error.code === 'forbidden') forbidden()
    throw error
  }
}
