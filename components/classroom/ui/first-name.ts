/** Short form of a person's name. A name of one word stays as it is. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}
