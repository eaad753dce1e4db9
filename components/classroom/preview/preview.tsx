import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { VisitState } from '#components/classroom/connection/visit.ts'
import { DeviceSelects } from '#components/classroom/media/device-selects.tsx'
import type { OwnMedia } from '#components/classroom/media/own-media.ts'
import { useMedia } from '#components/classroom/media/use-media.ts'
import { PageFrame, twoColumns } from '#components/classroom/ui/page-frame.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { useNow } from '#components/ui/use-now.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { CameraPicture } from './camera-picture.tsx'
import { DeviceChecks } from './device-checks.tsx'
import { JoinColumn, PreviewHead } from './join-column.tsx'

type PreviewProps = {
  session: SessionDetail
  viewer: Viewer
  checkLine: ReactNode
  media: OwnMedia
  start: VisitState['start']
  /** The press was made, and the way in is under way. */
  goingIn: boolean
  serverTime: string
  onJoin: () => void
}

/** Oneself before the class: picture, devices, level, and the press that goes in. Nobody is in the room by it. */
export function Preview({
  session,
  viewer,
  checkLine,
  media,
  start,
  goingIn,
  serverTime,
  onJoin,
}: PreviewProps) {
  const t = useTranslations('preview')
  const state = useMedia(media)
  const [heard, setHeard] = useState(false)
  const [rests, setRests] = useState(false)

  function join() {
    onJoin()
    // A start may fail, and then all goes on here.
    setRests(!session.abilities.canStart)
  }

  const now = useNow(serverTime, 10_000)
  return (
    <PageFrame viewer={viewer}>
      <main className={twoColumns}>
        <div className="lg:col-start-2 lg:row-start-1">
          <PreviewHead session={session} viewer={viewer} now={now} />
        </div>
        <section aria-label={t('devices')} className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <CameraPicture
            media={media}
            state={state}
            viewer={viewer}
            onHeard={setHeard}
            rests={rests || goingIn}
          />
          <div className="flex flex-col gap-4.5 max-sm:flex-col-reverse">
            <DeviceSelects media={media} state={state} />
            <DeviceChecks media={media} state={state} viewer={viewer} heard={heard} />
          </div>
          {checkLine}
        </section>
        <div className="lg:col-start-2 lg:row-start-2">
          <JoinColumn session={session} viewer={viewer} start={start} goingIn={goingIn} onJoin={join} />
        </div>
      </main>
    </PageFrame>
  )
}
