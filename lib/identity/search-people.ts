import type { Prisma } from '#lib/database/generated/client.ts'
import { literally } from '#lib/database/literally.ts'
import { searchForm, searchWords } from '#lib/kernel/search-form.ts'
import { storedEmail } from './stored-email.ts'

/** People whose names contain each of the searched words, with or without accents. */
export function nameContains(search: string): Prisma.UserWhereInput {
  return { AND: searchWords(search).map((word) => ({ searchName: { contains: literally(word) } })) }
}

/** The same, where an e-mail address may contain a word instead. */
export function nameOrEmailContains(search: string): Prisma.UserWhereInput {
  const words = search.split(/\s+/).filter((word) => word !== '')
  return {
    AND: words.map((word) => ({
      OR: [
        { searchName: { contains: literally(searchForm(word)) } },
        { email: { contains: literally(emailForm(word)) } },
      ],
    })),
  }
}

/** A part of an address as it would be stored: `münchen` is `xn--mnchen-3ya` there. */
function emailForm(word: string): string {
  return word.includes('@') ? storedEmail(word) : storedEmail(`@${word}`).slice(1)
}
