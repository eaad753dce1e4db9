import { useStore } from '#components/classroom/ui/store.ts'
import type { ChatState } from './chat-store.ts'
import { useChatStore } from './room-services.ts'

/** Messages and outgoing messages of the chat. */
export function useChatState(): ChatState {
  return useStore(useChatStore(), (state) => state)
}

/** Number of unread messages. */
export function useUnread(): number {
  return useStore(useChatStore(), ({ unread }) => unread)
}
