/** Names collected over a while, summarised for one announcement: the first by name, the others as a number. */
export function summariseNames(names: string[]): { name: string; more: number } | null {
  const [name] = names
  return name ? { name, more: names.length - 1 } : null
}
