import { Clock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Returning } from '#components/classroom/connection/entry-state.ts'
import { classClock } from '#components/classroom/room-state/class-clock.ts'
import { useReception, useReceptionStore } from '#components/classroom/room-state/reception-context.ts'
import { useSecond } from '#components/classroom/ui/use-second.ts'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { Spinner } from '#components/ui/spinner.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'
import { Line } from './line.tsx'
import { TriedLines } from './tried-lines.tsx'

export type LostCardProps = {
  entry: Returning
  /** Since when one is cut off, in ms. */
  since: number
  session: SessionDetail
  viewer: Viewer
  onTryNow: () => void
  onHelp: () => void
}

/** Cut off for a while: over the last picture, what is being done about it and what one can do. */
export default function LostCard({ entry, since, session, viewer, onTryNow, onHelp }: LostCardProps) {
  const t = useTranslations('network')
  const store = useReceptionStore()
  const isWithPictures = useReception().mode === 'all'
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
            {t('states.lost')}
          </h2>
          <p className="pt-1.5 text-sm text-text-2">{t('stateTexts.lost', { time })}</p>
        </div>
        <ul className="flex flex-col gap-2.5">
          <TriedLines entry={entry} me={viewer.id} />
          <AwayFor since={since} />
        </ul>
        <div className="flex flex-wrap gap-2">
          {entry.by === 'us' ? (
            <Button variant="primary" onClick={onTryNow}>
              {t('tryNow')}
            </Button>
          ) : null}
          {isWithPictures ? (
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

function AwayFor({ since }: { since: number }) {
  const t = useTranslations('network')
  const { elapsed } = classClock(since, since, useSecond())
  return (
    <Line icon={<Clock />}>
      <span className="tabular-nums">{t('awayFor', { duration: elapsed })}</span>
    </Line>
  )
}
