import { useLayoutEffect, useRef, useState } from 'react'
import type { OutgoingMessage } from '#components/classroom/room-state/outbox.ts'
import type { Message } from '#lib/classroom/message.ts'

/** So near to its end, one reads along. In pixels. */
const AT_THE_END = 48

/**
 * Keeps the end in sight while one is there, or writes oneself; else counts what came below. What one looks at stays
 * where it is when earlier messages come above it.
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: it acts when the messages are others
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
