/** Words as they are meant: Prisma hands `contains` on to LIKE as it is, in which some characters mean others. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
