import { CalendarClock, CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import type { RoomConnectionState } from '#components/classroom/connection/room-connection.ts'
import { alwaysShowsPreview, setAlwaysShowsPreview } from '#components/classroom/media/remembered.ts'
import { entryStatusOf } from '#components/classroom/room-state/entry-state.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { SessionHead } from '#components/classroom/ui/session-head.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Badge, LiveDot } from '#components/ui/badge.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Toggle } from '#components/ui/toggle.tsx'
import { HOUR_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'

// Only needed for in-person attendance.
const CompanionOffer = lazyWithRetry(
  () => import('./companion-offer.tsx'),
  () => <div className="h-25" />,
)

type PreviewHeadProps = { session: SessionDetail; viewer: Viewer; now: number }

/** Heading with the class and its session. */
export function PreviewHead({ session, viewer, now }: PreviewHeadProps) {
  const t = useTranslations('preview')
  const { trainer, trainerInside } = session
  return (
    <>
      <StatusBadge session={session} now={now} />
      <SessionHead session={session} zone={viewer.zone} now={now} />
      {trainer.id === viewer.id ? null : (
        <p className="mt-4 flex items-center gap-2.5 text-sm text-text-2">
          <Avatar id={trainer.id} name={trainer.name} size="sm" />
          {trainerInside
            ? t('trainerInside', { trainer: trainer.name })
            : t('withTrainer', { trainer: trainer.name })}
        </p>
      )}
    </>
  )
}

function StatusBadge({ session, now }: { session: SessionDetail; now: number }) {
  const t = useTranslations('preview')
  const common = useTranslations('common.status')
  if (session.status === 'in_progress') {
    return (
      <Badge tone="live" icon={<LiveDot pulses={false} />}>
        {common('in_progress')}
      </Badge>
    )
  }
  const minutes = Math.ceil((Date.parse(session.startsAt) - now) / MINUTE_MS)
  return (
    <Badge tone="info" icon={<CalendarClock />} className="tabular-nums">
      {minutes >= 0 && minutes <= HOUR_MS / MINUTE_MS ? t('startsIn', { minutes }) : common(session.status)}
    </Badge>
  )
}

type JoinColumnProps = {
  session: SessionDetail
  viewer: Viewer
  start: RoomConnectionState['start']
  isJoining: boolean
  onJoin: () => void
}

/** Join button, and the information to read before joining. */
export function JoinColumn({ session, viewer, start, isJoining, onJoin }: JoinColumnProps) {
  const t = useTranslations('preview')
  const common = useTranslations('common')
  const entering = useTranslations('room.entering')
  const isStart = session.abilities.canStart
  const hint =
    entryStatusOf(session) === 'not_started' && !isStart
      ? t('openedByTrainer', { trainer: session.trainer.name })
      : viewer.role === 'STUDENT'
        ? t('mutedHint')
        : null
  return (
    <>
      {start.problem !== null ? (
        <div className="mb-3">
          <Banner tone="failure" icon={<CircleAlert />}>
            {t('startFailed', { message: start.problem || common('noAnswer') })}
          </Banner>
        </div>
      ) : null}
      <div className="max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-10 max-sm:rounded-t-[20px] max-sm:bg-canvas max-sm:p-4 max-sm:pb-[max(1rem,env(safe-area-inset-bottom))] max-sm:shadow-3">
        <Button
          variant="primary"
          size="lg"
          block
          className="h-13 text-lg"
          busy={start.busy || isJoining}
          busyLabel={isJoining ? entering('title') : t('startBusy')}
          onClick={onJoin}
        >
          {isStart ? t('start') : t('join')}
        </Button>
      </div>
      {session.seat?.kind === 'in_person' ? <CompanionOffer sessionId={session.id} /> : null}
      {hint ? <p className="mt-3 text-sm text-text-2">{hint}</p> : null}
      <Card className="mt-4 px-4 py-3.5 max-sm:mb-24">
        <AlwaysPreviewToggle />
      </Card>
    </>
  )
}

function AlwaysPreviewToggle() {
  const t = useTranslations('preview')
  const always = useSyncExternalStore(subscribe, alwaysShowsPreview, () => false)
  return (
    <Toggle
      label={t('always')}
      hint={t('alwaysHint')}
      checked={always}
      onChange={(wanted) => {
        setAlwaysShowsPreview(wanted)
        dispatchEvent(new Event(CHANGED))
      }}
    />
  )
}

const CHANGED = 'caravan-preview'

function subscribe(onChange: () => void) {
  addEventListener(CHANGED, onChange)
  addEventListener('storage', onChange)
  return () => {
    removeEventListener(CHANGED, onChange)
    removeEventListener('storage', onChange)
  }
}
