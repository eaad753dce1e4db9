import type { Person } from '#lib/classroom/message.ts'
import { searchForm } from '#lib/kernel/search-form.ts'
import { parseText } from './parse-text.ts'

/** The text typed after an @ before the caret, or null without an @. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const before = text.slice(0, caret)
  const at = before.lastIndexOf('@')
  if (at === -1 || (at > 0 && !/[\s(]/.test(before[at - 1] ?? ''))) return null
  const typed = before.slice(at + 1)
  return typed.length > 30 || typed.includes('\n') ? null : { from: at, typed }
}

/** People whose name, or a part of it, starts with the typed text; at most 5. */
export function matchPeople(people: Person[], typed: string): Person[] {
  const wanted = searchForm(typed)
  return people
    .filter(({ name }) => [name, ...name.split(/\s+/)].some((part) => searchForm(part).startsWith(wanted)))
    .slice(0, 5)
}

/** People mentioned in a text by @ and their name. */
export function mentionedIn(text: string, people: Person[]): Person[] {
  const names = people.map(({ name }) => name)
  const meant = parseText(text, names).flatMap((block) =>
    block.kind === 'prose' ? block.parts.flatMap((part) => (part.kind === 'mention' ? part.text : [])) : [],
  )
  return people.filter(({ name }) => meant.includes(`@${name}`))
}
