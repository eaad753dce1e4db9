import type { Role } from '#lib/kernel/enums.ts'

/** The home page of a role. */
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
