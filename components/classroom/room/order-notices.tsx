import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { Arrivals } from '#components/classroom/lobby/arrivals.tsx'
import { useRoomState } from '#components/classroom/room-state/class-context.ts'
import { useWord } from '#components/classroom/room-state/use-hands.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { later } from '#components/classroom/ui/later.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'

// Few have the word, most are never locked out of anything, and hardly anybody assists.
const RareNotices = later(() => import('./rare-notices.tsx'))

type OrderNoticesProps = { viewer: Viewer; trainer: string; controls: RoomControls }

/** What whoever leads did that is about oneself: the word, a lock in one's way, helping. */
export function OrderNotices({ viewer, trainer, controls }: OrderNoticesProps) {
  const assistantPermissions = useRoomState(
    (state) => state.assistants.find(({ userId }) => userId === viewer.id)?.assistantPermissions.join() ?? '',
    '',
  )
  const hasWord = useWord()?.userId === viewer.id
  return (
    <>
      {assistantPermissions || controls.locked.refused || hasWord ? (
        <RareNotices
          me={viewer.id}
          trainer={firstName(trainer)}
          controls={controls}
          assistantPermissions={assistantPermissions}
        />
      ) : null}
      {controls.panel?.kind === 'people' ? null : <Arrivals />}
    </>
  )
}
