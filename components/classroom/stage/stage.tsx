import { useContext } from 'react'
import { useFaces, useSharers } from '#components/classroom/livekit/people.ts'
import { useFloor } from '#components/classroom/livekit/use-floor.ts'
import { useRoomState } from '#components/classroom/room-state/class-context.ts'
import { PinContext } from '#components/classroom/room-state/pin.ts'
import { TrainerContext } from '#components/classroom/room-state/trainer-context.ts'
import { useWord } from '#components/classroom/room-state/use-hands.ts'
import { useScreenSize } from '#components/classroom/ui/use-screen-size.ts'
import { chooseStage } from './choose-stage.ts'
import { Strip } from './strip.tsx'
import { Tile } from './tile.tsx'

/** One picture large, the others in the strip below; beside it, where there is little height. */
export function Stage({ me, isSettled }: { me: string; isSettled: boolean }) {
  const people = useFaces()
  const sharers = useSharers()
  const { speaker } = useFloor()
  const trainer = useContext(TrainerContext)
  const { pinned } = useContext(PinContext)
  const spotlight = useRoomState((state) => state.spotlight, null)
  const word = useWord()?.userId ?? null
  const large = chooseStage({ pinned, people, sharers, trainer, me, spotlight, word, speaker })
  const size = useScreenSize()
  if (!large) return null
  return (
    <div className={`flex size-full min-h-0 gap-2.5 md:gap-3 ${size === 'landscape' ? '' : 'flex-col'}`}>
      <div className="min-h-0 min-w-0 flex-1">
        <Tile {...large} size="large" />
      </div>
      <Strip
        me={me}
        people={people}
        large={large.source === 'camera' ? large.identity : null}
        isSettled={isSettled}
      />
    </div>
  )
}
