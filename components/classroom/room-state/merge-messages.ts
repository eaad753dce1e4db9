import type { Message, Person } from '#lib/classroom/message.ts'

/** The messages merged with the received ones, in order and without duplicates. */
export function mergeMessages(messages: Message[], received: Message[]): Message[] {
  if (received.length === 0) return messages
  const last = messages.at(-1)
  if (received.length === 1 && last && received[0] && received[0].number > last.number)
    return [...messages, ...received]
  const byId = new Map(messages.map((message) => [message.id, message]))
  for (const message of received) byId.set(message.id, message)
  return [...byId.values()].sort((one, other) => one.number - other.number)
}

/** Whether the sorted messages include this one. Fast for a message that is newer than all others. */
export function hasMessage(messages: Message[], { id, number }: Message): boolean {
  return messages.findLast((message) => message.number <= number)?.id === id
}

/** Ids of removed messages, each with the person who removed it, if known. */
export type Removals = ReadonlyMap<string, Person | null>

/** The message without its text if it was removed, and without its quoted text if the quoted message was. */
export function withRemovals(message: Message, removals: Removals): Message {
  const { id, text, replyTo } = message
  const isGone = text !== null && removals.has(id)
  const quotesGone = replyTo !== null && replyTo.text !== null && removals.has(replyTo.id)
  if (!isGone && !quotesGone) return message
  return {
    ...message,
    ...(isGone && { text: null, removedBy: removals.get(id) ?? null }),
    ...(quotesGone && { replyTo: { ...replyTo, text: null } }),
  }
}
