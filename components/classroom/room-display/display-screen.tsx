import type { Room } from 'livekit-client'
import { useTranslations } from 'next-intl'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { RoomAudio } from '#components/classroom/livekit/room-audio.ts'
import { RoomContext } from '#components/classroom/livekit/room-context.ts'
import {
  ActiveSpeakerContext,
  createActiveSpeakerStore,
} from '#components/classroom/livekit/use-active-speaker.ts'
import type { LocalTracks } from '#components/classroom/media/local-tracks.ts'
import type { RoomStateStore } from '#components/classroom/room-state/room-state-store.ts'
import { useWakeLock } from '#components/classroom/ui/use-wake-lock.ts'
import { Spinner } from '#components/ui/spinner.tsx'
import type { RoomDisplayView } from '#lib/classroom/room-display/api.ts'
import type { DisplayRenderProps } from './display-connection.ts'
import { DisplayControls } from './display-controls.tsx'
import { DisplayHands } from './display-hands.tsx'
import { DisplayHead } from './display-head.tsx'
import { DisplayNotices } from './display-notices.tsx'
import { type DisplayLayout, DisplayStage } from './display-stage.tsx'

type DisplayScreenProps = DisplayRenderProps & {
  room: Room
  roomState: RoomStateStore
  localTracks: LocalTracks
  getDisplayView: () => RoomDisplayView | null
}

/** Room display during class, readable from the back row. */
export function DisplayScreen({
  room,
  roomState,
  localTracks,
  getDisplayView,
  isReconnecting,
  onUnpair,
}: DisplayScreenProps) {
  const t = useTranslations('room.entering')
  useWakeLock()
  const activeSpeaker = useMemo(() => createActiveSpeakerStore(room), [room])
  const [layout, setLayout] = useState<DisplayLayout>('people')
  const state = useSyncExternalStore(roomState.subscribe, () => roomState.state)
  const displayView = getDisplayView()
  return (
    <RoomContext value={room}>
      <ActiveSpeakerContext value={activeSpeaker}>
        <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]">
          {displayView && state ? (
            <>
              <DisplayHead displayView={displayView} />
              <main className="relative grid min-h-0 gap-4.5 px-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
                <DisplayNotices isReconnecting={isReconnecting} />
                <DisplayStage layout={layout} state={state} trainer={displayView.trainer.id} />
                <DisplayHands displayView={displayView} state={state} />
              </main>
              <DisplayControls
                localTracks={localTracks}
                layout={layout}
                onLayout={setLayout}
                onUnpair={onUnpair}
              />
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
      </ActiveSpeakerContext>
    </RoomContext>
  )
}
