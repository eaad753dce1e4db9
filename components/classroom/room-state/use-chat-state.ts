import { useSyncExternalStore } from 'react'
import type { ChatState } from './chat-store.ts'
import { useChat } from './class-context.ts'

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
