import type { Role } from '#lib/kernel/enums.ts'

/** In the order of the menu. */
export const ROLES: Role[] = ['STUDENT', 'TRAINER', 'ADMIN']
