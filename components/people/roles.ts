import type { Role } from '#lib/context/actor.ts'

/** In the order in which they are offered. */
export const ROLES: Role[] = ['STUDENT', 'TRAINER', 'ADMIN']
