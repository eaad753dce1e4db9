import { useTranslations } from 'next-intl'
import { CheckLine } from '#components/classroom/device-check/check-line.tsx'
import type { OwnMedia } from '#components/classroom/devices/own-media.ts'
import { useLitBars } from '#components/classroom/devices/use-lit-bars.ts'
import { useMedia } from '#components/classroom/devices/use-media.ts'
import { PageFrame, twoColumns } from '#components/classroom/visit/page-frame.tsx'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import type { VisitState } from '#components/classroom/visit/visit.ts'
import { useNow } from '#components/ui/use-now.ts'
import type { DeviceCheck } from '#lib/classroom/device-check/api.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { CameraPicture } from './camera-picture.tsx'
import { DeviceChecks } from './device-checks.tsx'
import { DeviceSelects } from './device-selects.tsx'
import { JoinColumn, PreviewHead } from './join-column.tsx'

type PreviewProps = {
  session: SessionDetail
  viewer: Viewer
  lastCheck: DeviceCheck | null
  media: OwnMedia
  start: VisitState['start']
  serverTime: string
  onJoin: () => void
}

const BARS = 6

/** Oneself before the class: picture, devices, level, and the press that goes in. Nobody is in the room by it. */
export function Preview({ session, viewer, lastCheck, media, start, serverTime, onJoin }: PreviewProps) {
  const t = useTranslations('preview')
  const state = useMedia(media)
  const level = useLitBars(state.microphone.track, BARS)
  const now = useNow(serverTime, 10_000)
  return (
    <PageFrame viewer={viewer}>
      <main className={twoColumns}>
        <div className="lg:col-start-2 lg:row-start-1">
          <PreviewHead session={session} viewer={viewer} now={now} />
        </div>
        <section aria-label={t('devices')} className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <CameraPicture media={media} state={state} viewer={viewer} lit={level.lit} bars={BARS} />
          <div className="flex flex-col gap-4.5 max-sm:flex-col-reverse">
            <DeviceSelects media={media} state={state} />
            <DeviceChecks media={media} state={state} viewer={viewer} heard={level.heard} />
          </div>
          <CheckLine
            check={lastCheck}
            sessionId={session.id}
            zone={viewer.zone}
            now={new Date(now).toISOString()}
          />
        </section>
        <div className="lg:col-start-2 lg:row-start-2">
          <JoinColumn session={session} viewer={viewer} start={start} onJoin={onJoin} />
        </div>
      </main>
    </PageFrame>
  )
}
