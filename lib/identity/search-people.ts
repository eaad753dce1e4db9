import { escapeLike } from '#lib/database/escape-like.ts'
import type { Prisma } from '#lib/database/generated/client.ts'
import { searchForm, searchWords } from '#lib/kernel/search-form.ts'
import { normaliseEmail } from './normalise-email.ts'

/** People whose names contain each of the searched words, with or without accents. */
export function nameContains(search: string): Prisma.UserWhereInput {
  return { AND: searchWords(search).map((word) => ({ searchName: { contains: escapeLike(word) } })) }
}

/** The same, where an e-mail address may contain a word instead. */
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

/** A part of an address as it would be stored: `münchen` is `xn--mnchen-3ya` there. */
function emailForm(word: string): string {
  return word.includes('@') ? normaliseEmail(word) : normaliseEmail(`@${word}`).slice(1)
}
