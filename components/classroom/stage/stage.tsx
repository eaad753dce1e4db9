import { useScreenSharers, useVideoIdentities } from '#components/classroom/livekit/people.ts'
import { useActiveSpeaker } from '#components/classroom/livekit/use-active-speaker.ts'
import { useRoomState } from '#components/classroom/room-state/room-services.ts'
import { useStageChoices } from '#components/classroom/room-state/stage-choices.ts'
import { useFloorHolder } from '#components/classroom/room-state/use-hands.ts'
import { useScreenSize } from '#components/classroom/ui/use-screen-size.ts'
import { chooseStage } from './choose-stage.ts'
import { Strip } from './strip.tsx'
import { Tile } from './tile.tsx'

/** One large picture, with the others in the strip below; on low windows, beside it. */
export function Stage({ me, isReady }: { me: string; isReady: boolean }) {
  const people = useVideoIdentities()
  const sharers = useScreenSharers()
  const { activeSpeaker } = useActiveSpeaker()
  const { trainerId: trainer, pinned } = useStageChoices()
  const spotlight = useRoomState((state) => state.spotlight, null)
  const floorHolder = useFloorHolder()?.userId ?? null
  const large = chooseStage({ pinned, people, sharers, trainer, me, spotlight, floorHolder, activeSpeaker })
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
        isReady={isReady}
      />
    </div>
  )
}
