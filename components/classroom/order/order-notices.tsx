import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { useRoomState } from '#components/classroom/follow/class-context.ts'
import { useWord } from '#components/classroom/hands/use-hands.ts'
import { firstName } from '#components/classroom/visit/first-name.ts'
import { later } from '#components/classroom/visit/later.tsx'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import { Arrivals } from './arrivals.tsx'

// Few have the word, most are never locked out of anything, and hardly anybody assists.
const RareNotices = later(() => import('./rare-notices.tsx'))

type OrderNoticesProps = { viewer: Viewer; trainer: string; controls: RoomControls }

/** What whoever leads did that is about oneself: the word, a lock in one's way, helping. */
export function OrderNotices({ viewer, trainer, controls }: OrderNoticesProps) {
  const helps = useRoomState(
    (state) => state.assistants.find(({ userId }) => userId === viewer.id)?.helps.join() ?? '',
    '',
  )
  const hasWord = useWord()?.userId === viewer.id
  return (
    <>
      {helps || controls.locked.refused || hasWord ? (
        <RareNotices me={viewer.id} trainer={firstName(trainer)} controls={controls} helps={helps} />
      ) : null}
      {controls.panel?.kind === 'people' ? null : <Arrivals />}
    </>
  )
}
