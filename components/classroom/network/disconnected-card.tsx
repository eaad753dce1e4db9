import { Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classClock } from '#components/classroom/room-state/class-clock.ts'
import type { Reconnecting } from '#components/classroom/room-state/entry-state.ts'
import { useReceiveMode, useReceiveModeStore } from '#components/classroom/room-state/room-services.ts'
import { useNowEachSecond } from '#components/classroom/ui/use-now-each-second.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'
import { ConnectionItem } from './connection-item.tsx'
import { ReconnectItems } from './reconnect-items.tsx'

export type DisconnectedCardProps = {
  entry: Reconnecting
  /** Time at which the connection was lost, in ms. */
  since: number
  session: SessionDetail
  viewer: Viewer
  onRetryNow: () => void
  onHelp: () => void
}

/** Card over the last picture during a long disconnect: what the app is doing, and what the viewer can do. */
export default function DisconnectedCard({
  entry,
  since,
  session,
  viewer,
  onRetryNow,
  onHelp,
}: DisconnectedCardProps) {
  const t = useTranslations('network')
  const store = useReceiveModeStore()
  const receivesVideo = useReceiveMode().mode === 'all'
  const time = formatZonedTime(session.endsAt, viewer.zone)
  return (
    <div
      data-theme="dark"
      className="absolute inset-0 z-10 grid place-items-center overflow-y-auto rounded-[16px] bg-[rgb(10_13_26/.72)] p-3"
    >
      <section
        aria-label={t('title')}
        className="flex w-full max-w-120 flex-col gap-4 rounded-card border bg-surface p-5 shadow-3"
      >
        <div role="alert">
          <h2 className="flex items-center gap-2.5 text-h3">
            <Spinner />
            {t('states.disconnected')}
          </h2>
          <p className="pt-1.5 text-sm text-text-2">{t('stateTexts.disconnected', { time })}</p>
        </div>
        <ul className="flex flex-col gap-2.5">
          <ReconnectItems entry={entry} me={viewer.id} />
          <DisconnectedFor since={since} />
        </ul>
        <div className="flex flex-wrap gap-2">
          {entry.method === 'rejoin' ? (
            <Button variant="primary" onClick={onRetryNow}>
              {t('tryNow')}
            </Button>
          ) : null}
          {receivesVideo ? (
            <Button onClick={() => store.choose('audio_and_screen')}>{t('backWithSound')}</Button>
          ) : null}
          <Button variant="ghost" onClick={onHelp}>
            {t('help')}
          </Button>
        </div>
      </section>
    </div>
  )
}

function DisconnectedFor({ since }: { since: number }) {
  const t = useTranslations('network')
  const { elapsed } = classClock(since, since, useNowEachSecond())
  return (
    <ConnectionItem icon={<Clock />}>
      <span className="tabular-nums">{t('awayFor', { duration: elapsed })}</span>
    </ConnectionItem>
  )
}
