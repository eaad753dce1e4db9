import { useLayoutEffect, useRef, useState } from 'react'
import type { OutgoingMessage } from '#components/classroom/room-state/outbox.ts'
import type { Message } from '#lib/classroom/message.ts'

/** Distance from the end that counts as the end, in pixels. */
const AT_THE_END = 48

/**
 * Keeps the list at its end while the viewer is there, or after they send a message; otherwise counts the new messages
 * below. The visible messages do not move when earlier messages load above them.
 */
export function useStickToEnd(messages: Message[], outbox: OutgoingMessage[]) {
  const list = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const before = useRef({ first: 0, fromEnd: 0, written: 0 })
  const first = messages[0]?.number ?? 0
  const last = messages.at(-1)?.number ?? 0
  const [seen, setSeen] = useState(last)
  const written = outbox.length

  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight })

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the messages change
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const was = before.current
    if (isAtEnd.current || written > was.written) {
      toEnd()
      setSeen(last)
    } else if (first < was.first) {
      element.scrollTop = element.scrollHeight - was.fromEnd
    }
    before.current = { first, fromEnd: element.scrollHeight - element.scrollTop, written }
  }, [first, last, written])

  function onScroll() {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = list.current ?? {}
    before.current = { ...before.current, fromEnd: scrollHeight - scrollTop }
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < AT_THE_END
    if (isAtEnd.current) setSeen(last)
  }

  return { list, newBelow: messages.filter(({ number }) => number > seen).length, toEnd, onScroll }
}
