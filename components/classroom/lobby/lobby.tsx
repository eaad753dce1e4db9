import { useLobby } from '#components/classroom/room-state/use-lobby.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'

const LobbyList = lazyWithRetry(() => import('./lobby-list.tsx'))

/** Who waits at the door, as soon as somebody does; only who may let in is told. */
export function Lobby() {
  if (useLobby().length === 0) return null
  return <LobbyList />
}
