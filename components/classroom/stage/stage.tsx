import { useContext } from 'react'
import { useRoomState } from '#components/classroom/follow/class-context.ts'
import { useWord } from '#components/classroom/hands/use-hands.ts'
import { useFaces, useSharers } from '#components/classroom/room/people.ts'
import { chooseStage } from './choose-stage.ts'
import { PinContext } from './pin.ts'
import { Strip } from './strip.tsx'
import { Tile } from './tile.tsx'
import { TrainerContext } from './trainer-context.ts'
import { useFloor } from './use-floor.ts'
import { useScreenSize } from './use-screen-size.ts'

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
