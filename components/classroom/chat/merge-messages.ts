import type { Message } from '#lib/classroom/chat/api.ts'

/** The messages with those that came, in order and each once; what was removed stays removed. */
export function mergeMessages(messages: Message[], came: Message[]): Message[] {
  if (came.length === 0) return messages
  const last = messages.at(-1)
  if (last && came.every(({ number }) => number > last.number)) return [...messages, ...sorted(came)]
  const byId = new Map(messages.map((message) => [message.id, message]))
  for (const message of came) {
    const known = byId.get(message.id)
    byId.set(message.id, known?.text === null ? known : message)
  }
  return sorted([...byId.values()])
}

/** The same without the text of one. */
export function withoutText(messages: Message[], id: string): Message[] {
  return messages.map((message) => (message.id === id ? { ...message, text: null } : message))
}

function sorted(messages: Message[]): Message[] {
  return messages.toSorted((one, other) => one.number - other.number)
}
