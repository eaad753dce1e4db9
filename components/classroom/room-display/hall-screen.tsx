import type { Room } from 'livekit-client'
import { useTranslations } from 'next-intl'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { RoomAudio } from '#components/classroom/livekit/room-audio.ts'
import { RoomContext } from '#components/classroom/livekit/room-context.ts'
import { createFloorStore, FloorContext } from '#components/classroom/livekit/use-floor.ts'
import type { KeptTracks } from '#components/classroom/media/kept-tracks.ts'
import type { RoomFollower } from '#components/classroom/room-state/room-follower.ts'
import { useAwake } from '#components/classroom/ui/use-awake.ts'
import { Spinner } from '#components/ui/spinner.tsx'
import type { HallRoom } from '#lib/classroom/hall/api.ts'
import { HallControls } from './hall-controls.tsx'
import { HallHands } from './hall-hands.tsx'
import { HallHead } from './hall-head.tsx'
import { HallNotices } from './hall-notices.tsx'
import { HallStage, type View } from './hall-stage.tsx'
import type { HallView } from './hall-visit.ts'

type HallScreenProps = HallView & {
  room: Room
  follower: RoomFollower
  kept: KeptTracks
  about: () => HallRoom | null
}

/** What the hall sees of its class, from the back row too. */
export function HallScreen({ room, follower, kept, about, isBack, onUnpair }: HallScreenProps) {
  const t = useTranslations('room.entering')
  useAwake()
  const floor = useMemo(() => createFloorStore(room), [room])
  const [view, setView] = useState<View>('people')
  const state = useSyncExternalStore(follower.subscribe, () => follower.state)
  const known = about()
  return (
    <RoomContext value={room}>
      <FloorContext value={floor}>
        <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]">
          {known && state ? (
            <>
              <HallHead about={known} />
              <main className="relative grid min-h-0 gap-4.5 px-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
                <HallNotices isBack={isBack} />
                <HallStage view={view} state={state} trainer={known.trainer.id} />
                <HallHands about={known} state={state} />
              </main>
              <HallControls kept={kept} view={view} onView={setView} onUnpair={onUnpair} />
            </>
          ) : (
            <main className="row-span-3 grid place-items-center">
              <p role="status" className="flex items-center gap-2.5 text-h3 text-text-2">
                <Spinner />
                {t('title')}
              </p>
            </main>
          )}
        </div>
        <RoomAudio />
      </FloorContext>
    </RoomContext>
  )
}
