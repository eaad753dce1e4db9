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

/** The viewer of this page, read once per request; null if not signed in. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  try {
    return await findActor(systemContext(), readCredential(await headers(), await cookies()))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unauthenticated') return null
    throw error
  }
})

/** The context of a page. Redirects to sign-in (and back) without a sign-in; shows the 403 page to other roles. */
export async function currentContext(role?: Role): Promise<Context> {
  const actor = await currentActor()
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent((await headers()).get('x-path') ?? '/')}`)
  if (role && actor.role !== role) forbidden()
  return { ...systemContext(), actor }
}

/** The data of a page; shows the 404 or 403 page if the read is refused as missing or forbidden. */
export async function pageOr404<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') notFound()
    if (error instanceof Refusal && error.code === 'forbidden') forbidden()
    throw error
  }
}
