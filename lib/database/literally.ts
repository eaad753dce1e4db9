/** Words as they are meant: Prisma hands `contains` on to LIKE as it is, in which some characters mean others. */
export function literally(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}
