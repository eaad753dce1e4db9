import type { Role } from '#lib/kernel/enums.ts'

/** Where a person's day begins. */
export function homePath(role: Role): string {
  switch (role) {
    case 'STUDENT':
      return '/student'
    case 'TRAINER':
      return '/trainer'
    case 'ADMIN':
      return '/admin/schedule'
  }
}
