import { useLobby } from '#components/classroom/room-state/use-lobby.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'

const LobbyList = lazyWithRetry(() => import('./lobby-list.tsx'))

/** The lobby, shown if it is not empty. Only people who may admit receive it. */
export function Lobby() {
  if (useLobby().length === 0) return null
  return <LobbyList />
}
