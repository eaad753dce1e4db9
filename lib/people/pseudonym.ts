import 'server-only'
import { randomBytes } from 'node:crypto'
import { createTranslator } from 'next-intl'
import type { Role } from '#lib/kernel/enums.ts'
import people from '#messages/en/people.json'

const translate = createTranslator({ locale: 'en', messages: { people } })

/** The name of an erased person, such as "Former student 3F7A". */
export function pseudonymOf(role: Role): string {
  return translate(`people.former.${role}`, { code: randomBytes(2).toString('hex').toUpperCase() })
}
