import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { RoomConnectionState } from '#components/classroom/connection/room-connection.ts'
import { DeviceSelects } from '#components/classroom/media/device-selects.tsx'
import type { LocalMedia } from '#components/classroom/media/local-media.ts'
import { PageFrame, twoColumns } from '#components/classroom/ui/page-frame.tsx'
import { useStore } from '#components/classroom/ui/store.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { useNow } from '#components/ui/use-now.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { CameraPreview } from './camera-preview.tsx'
import { DeviceChecks } from './device-checks.tsx'
import { JoinColumn, PreviewHead } from './join-column.tsx'

type PreviewProps = {
  session: SessionDetail
  viewer: Viewer
  checkLine: ReactNode
  media: LocalMedia
  start: RoomConnectionState['start']
  /** The viewer has pressed Join, and joining is in progress. */
  isJoining: boolean
  serverTime: string
  onJoin: () => void
}

/**
 * Preview before the class: self-view, devices, microphone level and the join button. It doesn't connect to the
 * room.
 */
export function Preview({
  session,
  viewer,
  checkLine,
  media,
  start,
  isJoining,
  serverTime,
  onJoin,
}: PreviewProps) {
  const t = useTranslations('preview')
  const state = useStore(media, (state) => state)
  const [heard, setHeard] = useState(false)
  const [isPaused, setPaused] = useState(false)

  function join() {
    onJoin()
    // A start may fail; the preview then continues.
    setPaused(!session.abilities.canStart)
  }

  const now = useNow(serverTime, 10_000)
  return (
    <PageFrame viewer={viewer}>
      <main className={twoColumns}>
        <div className="lg:col-start-2 lg:row-start-1">
          <PreviewHead session={session} viewer={viewer} now={now} />
        </div>
        <section aria-label={t('devices')} className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <CameraPreview
            media={media}
            state={state}
            viewer={viewer}
            onHeard={setHeard}
            isPaused={isPaused || isJoining}
          />
          <div className="flex flex-col gap-4.5 max-sm:flex-col-reverse">
            <DeviceSelects media={media} state={state} />
            <DeviceChecks media={media} state={state} viewer={viewer} heard={heard} />
          </div>
          {checkLine}
        </section>
        <div className="lg:col-start-2 lg:row-start-2">
          <JoinColumn session={session} viewer={viewer} start={start} isJoining={isJoining} onJoin={join} />
        </div>
      </main>
    </PageFrame>
  )
}
