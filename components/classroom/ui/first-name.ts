/** What a teacher is called in passing; a name of one word is that word. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}
