import { useSyncExternalStore } from 'react'
import type { ChatState } from './chat-store.ts'
import { useChatStore } from './room-services.ts'

/** Messages and outgoing messages of the chat. */
export function useChatState(): ChatState {
  const chat = useChatStore()
  return useSyncExternalStore(chat.subscribe, () => chat.state)
}

/** Number of unread messages. */
export function useUnread(): number {
  const chat = useChatStore()
  return useSyncExternalStore(chat.subscribe, () => chat.state.unread)
}
