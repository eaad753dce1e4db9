import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { Lobby } from '#components/classroom/lobby/lobby.tsx'
import { useRoomState } from '#components/classroom/room-state/room-services.ts'
import { useFloorHolder } from '#components/classroom/room-state/use-hands.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'

// Loaded on demand: few participants hold the floor, are blocked by a lock, or assist.
const RareNotices = lazyWithRetry(() => import('./rare-notices.tsx'))

type ModerationNoticesProps = { viewer: Viewer; trainer: string; controls: RoomControls }

/** Notices about moderation that affects the viewer: the floor, a lock, assistant permissions. */
export function ModerationNotices({ viewer, trainer, controls }: ModerationNoticesProps) {
  const assistantPermissions = useRoomState(
    (state) => state.assistants.find(({ userId }) => userId === viewer.id)?.assistantPermissions.join() ?? '',
    '',
  )
  const hasFloor = useFloorHolder()?.userId === viewer.id
  return (
    <>
      {assistantPermissions || controls.lockGuard.refused || hasFloor ? (
        <RareNotices
          me={viewer.id}
          trainer={firstName(trainer)}
          controls={controls}
          assistantPermissions={assistantPermissions}
        />
      ) : null}
      {controls.panel?.kind === 'people' ? null : <Lobby />}
    </>
  )
}
