import { escapeLike } from '#lib/database/escape-like.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { searchForm, searchWords } from '#lib/kernel/search-form.ts'
import { normaliseEmail } from './normalise-email.ts'

/** Filter for people whose names contain every searched word, ignoring accents. */
export function nameContains(search: string): Prisma.UserWhereInput {
  return { AND: searchWords(search).map((word) => ({ searchName: { contains: escapeLike(word) } })) }
}

/** Filter for people whose name or e-mail address contains each searched word, ignoring accents in names. */
export function nameOrEmailContains(search: string): Prisma.UserWhereInput {
  const words = search.split(/\s+/).filter((word) => word !== '')
  return {
    AND: words.map((word) => ({
      OR: [
        { searchName: { contains: escapeLike(searchForm(word)) } },
        { email: { contains: escapeLike(emailForm(word)) } },
      ],
    })),
  }
}

/** The stored form of a part of an address: `münchen` becomes `xn--mnchen-3ya`. */
function emailForm(word: string): string {
  return word.includes('@') ? normaliseEmail(word) : normaliseEmail(`@${word}`).slice(1)
}
