import { useSyncExternalStore } from 'react'
import { useChat } from '#components/classroom/follow/class-context.ts'
import type { ChatState } from './chat-store.ts'

/** What was written, and what is on its way. */
export function useChatState(): ChatState {
  const chat = useChat()
  return useSyncExternalStore(chat.subscribe, () => chat.state)
}

/** How many messages nobody has looked at yet. */
export function useUnread(): number {
  const chat = useChat()
  return useSyncExternalStore(chat.subscribe, () => chat.state.unread)
}
