/** What is being typed after an @ before the caret; null where none is. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const before = text.slice(0, caret)
  const at = before.lastIndexOf('@')
  if (at === -1 || (at > 0 && !/[\s(]/.test(before[at - 1] ?? ''))) return null
  const typed = before.slice(at + 1)
  return typed.length > 30 || typed.includes('\n') ? null : { from: at, typed }
}

/** Those whose name, or a part of it, begins like what is typed. */
export function matchNames(names: string[], typed: string): string[] {
  const wanted = typed.toLocaleLowerCase()
  return names
    .filter((name) =>
      [name, ...name.split(/\s+/)].some((part) => part.toLocaleLowerCase().startsWith(wanted)),
    )
    .slice(0, 5)
}
