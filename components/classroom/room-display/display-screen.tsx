import { RoomAudioRenderer, RoomContext } from '@livekit/components-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStore } from '#components/classroom/ui/store.ts'
import { useWakeLock } from '#components/classroom/ui/use-wake-lock.ts'
import { Spinner } from '#components/ui/spinner.tsx'
import type { DisplayRoomClient } from './create-display-client.ts'
import { DisplayControls } from './display-controls.tsx'
import { DisplayHands } from './display-hands.tsx'
import { DisplayHead } from './display-head.tsx'
import { DisplayNotices } from './display-notices.tsx'
import { type DisplayLayout, DisplayStage } from './display-stage.tsx'

type DisplayScreenProps = { client: DisplayRoomClient; isReconnecting: boolean; onUnpair: () => void }

/** Room display during class, readable from the back row. */
export function DisplayScreen({ client, isReconnecting, onUnpair }: DisplayScreenProps) {
  const { room, roomState, localTracks } = client
  const t = useTranslations('room.entering')
  useWakeLock()
  const [layout, setLayout] = useState<DisplayLayout>('people')
  const state = useStore(roomState, ({ room }) => room)
  const displayView = client.getDisplayView()
  return (
    <RoomContext.Provider value={room}>
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
      <RoomAudioRenderer />
    </RoomContext.Provider>
  )
}
