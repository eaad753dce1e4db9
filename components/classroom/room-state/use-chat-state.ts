import { useSyncExternalStore } from 'react'
import type { ChatState } from './chat-store.ts'
import { useChatStore } from './room-services.ts'

/** What was written, and what is on its way. */
export function useChatState(): ChatState {
  const chat = useChatStore()
  return useSyncExternalStore(chat.subscribe, () => chat.state)
}

/** How many messages nobody has looked at yet. */
export function useUnread(): number {
  const chat = useChatStore()
  return useSyncExternalStore(chat.subscribe, () => chat.state.unread)
}
