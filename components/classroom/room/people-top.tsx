import { Lobby } from '#components/classroom/lobby/lobby.tsx'
import { useRoomState } from '#components/classroom/room-state/room-services.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'

// Loaded on demand: at the start of a class there are no raised hands and no pace feedback.
const HandsSection = lazyWithRetry(() => import('#components/classroom/hands/hands-section.tsx'))

/** Items above the people that need a response: people in the lobby, raised hands, the pace. */
export function PeopleTop({ me, canManageHands }: { me: string; canManageHands: boolean }) {
  const needsAnswer = useRoomState(
    ({ hands, floor, pace }) => Boolean(hands.length || floor || Object.values(pace ?? {}).some(Boolean)),
    false,
  )
  return (
    <>
      <Lobby />
      {needsAnswer ? <HandsSection me={me} canManageHands={canManageHands} /> : null}
    </>
  )
}
