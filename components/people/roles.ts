import type { Role } from '#lib/kernel/enums.ts'

/** In the order in which they are offered. */
export const ROLES: Role[] = ['STUDENT', 'TRAINER', 'ADMIN']
