/** Text with LIKE's special characters escaped: Prisma passes `contains` to LIKE unescaped. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
