import { CalendarX, Check, CloudOff, LogOut, MonitorSmartphone, UserLock, UserX } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type EndReason, entryStatusOf } from '#components/classroom/room-state/entry-state.ts'
import { focusOnMount } from '#components/classroom/ui/focus-on-mount.ts'
import { PageFrame } from '#components/classroom/ui/page-frame.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Badge, type BadgeTone, LiveDot } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { Card } from '#components/ui/card.tsx'
import { homePath } from '#components/ui/home-path.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'

type EndScreenProps = {
  reason: EndReason
  session: SessionDetail
  viewer: Viewer
  onRejoin: () => void
  /** Set if there are devices to check. */
  onCheckDevices?: () => void
}

/** What happened, and the next steps. */
export default function EndScreen({ reason, session, viewer, onRejoin, onCheckDevices }: EndScreenProps) {
  const common = useTranslations('lobby.ended')
  const t = useTranslations(`lobby.ended.${reason}`)
  const trainer = session.trainer.name
  const isReadmitted = reason === 'removed' && entryStatusOf(session) === 'open'
  const time = session.endedAt ? formatZonedTime(session.endedAt, viewer.zone) : 'none'
  return (
    <PageFrame viewer={viewer}>
      <main className="grid place-items-center px-4 pb-16">
        <Card role={isAbrupt(reason) ? 'alert' : 'status'} className="w-full max-w-120 p-6">
          <div className="flex items-center justify-between gap-3">
            <ReasonIcon reason={reason} />
            <ReasonBadge reason={reason} />
          </div>
          <h1
            ref={focusOnMount}
            tabIndex={-1}
            className={`mt-4 text-h2 outline-none ${reason === 'cancelled' ? 'line-through decoration-[1.5px]' : ''}`}
          >
            {t('title', { trainer, title: session.title })}
          </h1>
          <p className="mt-1.5 text-text-2 tabular-nums">
            {isReadmitted ? common('removed.again', { trainer }) : t('text', { trainer, time })}
          </p>
          <Detail reason={reason} session={session} zone={viewer.zone} />
          <div className="mt-6 flex flex-wrap gap-2">
            <NextStep reason={reason} isReadmitted={isReadmitted} onRejoin={onRejoin} />
            {hasAccount(reason) ? (
              <ButtonAnchor
                href={homePath(viewer.role)}
                variant={canRejoin(reason) || isReadmitted ? 'ghost' : 'secondary'}
              >
                {common('home')}
              </ButtonAnchor>
            ) : null}
            {reason === 'left' && onCheckDevices ? (
              <Button variant="ghost" onClick={onCheckDevices}>
                {common('checkDevices')}
              </Button>
            ) : null}
          </div>
        </Card>
      </main>
    </PageFrame>
  )
}

/** Whether the end interrupts the viewer, and is announced at once. */
function isAbrupt(reason: EndReason): boolean {
  return !['ended', 'cancelled', 'left', 'unloadable'].includes(reason)
}

function hasAccount(reason: EndReason): boolean {
  return reason !== 'account_erased' && reason !== 'account_disabled'
}

/** Whether a press joins again after this end. */
function canRejoin(reason: EndReason): boolean {
  return ['left', 'elsewhere', 'unloadable', 'signed_out'].includes(reason)
}

type NextStepProps = { reason: EndReason; isReadmitted: boolean; onRejoin: () => void }

function NextStep({ reason, isReadmitted, onRejoin }: NextStepProps) {
  const t = useTranslations('lobby.ended')
  const address = usePathname()
  const rejoinButton = (label: string) => (
    <Button variant="primary" onClick={onRejoin}>
      {label}
    </Button>
  )
  if (reason === 'left' || isReadmitted) return rejoinButton(t('goBackIn'))
  if (reason === 'elsewhere') return rejoinButton(t('useThisOne'))
  if (reason === 'unloadable') {
    return (
      <Button variant="primary" onClick={() => location.reload()}>
        {t('retry')}
      </Button>
    )
  }
  if (reason === 'signed_out') {
    return (
      <ButtonAnchor variant="primary" href={`/sign-in?next=${encodeURIComponent(address)}`}>
        {t('signIn')}
      </ButtonAnchor>
    )
  }
  return null
}

function Detail({ reason, session, zone }: { reason: EndReason; session: SessionDetail; zone: string }) {
  const t = useTranslations('lobby.ended')
  if (reason === 'cancelled' && session.cancelReason) {
    return <Quote>{t('cancelledReason', { reason: session.cancelReason })}</Quote>
  }
  if (reason === 'removed' && session.removal) {
    const { why, reason: note } = session.removal
    return <Quote>{note ? t('removedReason', { reason: note }) : t(`removed.whys.${why}`)}</Quote>
  }
  if (reason === 'left')
    return <Quote>{t('left.until', { time: formatZonedTime(session.endsAt, zone) })}</Quote>
  return null
}

function Quote({ children }: { children: ReactNode }) {
  return <p className="mt-3 rounded-[12px] bg-sunken px-3.5 py-2.5 text-sm tabular-nums">{children}</p>
}

function ReasonIcon({ reason }: { reason: EndReason }) {
  const { icon: Icon, styles } = reasonIcons[reason]
  return (
    <span aria-hidden="true" className={`grid size-10 place-items-center rounded-[12px] ${styles}`}>
      <Icon className="size-4.5 stroke-[1.75]" />
    </span>
  )
}

function ReasonBadge({ reason }: { reason: EndReason }) {
  const t = useTranslations('common.status')
  const endTexts = useTranslations('lobby.ended')
  const badges: Partial<Record<EndReason, { tone: BadgeTone; icon: ReactNode; text: string }>> = {
    ended: { tone: 'neutral', icon: <Check />, text: t('completed') },
    cancelled: { tone: 'outlined-bad', icon: <CalendarX />, text: t('cancelled') },
    removed: { tone: 'bad', icon: <UserX />, text: endTexts('removedBadge') },
    left: { tone: 'live', icon: <LiveDot />, text: t('in_progress') },
    elsewhere: { tone: 'live', icon: <LiveDot />, text: t('in_progress') },
  }
  const badge = badges[reason]
  return badge ? (
    <Badge tone={badge.tone} icon={badge.icon}>
      {badge.text}
    </Badge>
  ) : null
}

const calm = 'bg-sunken text-text-2'
const bad = 'bg-bad-soft text-bad-text'
const reasonIcons: Record<EndReason, { icon: typeof Check; styles: string }> = {
  ended: { icon: Check, styles: calm },
  cancelled: { icon: CalendarX, styles: bad },
  removed: { icon: UserX, styles: bad },
  not_yours: { icon: UserX, styles: bad },
  elsewhere: { icon: MonitorSmartphone, styles: calm },
  left: { icon: LogOut, styles: calm },
  signed_out: { icon: LogOut, styles: calm },
  account_erased: { icon: UserX, styles: bad },
  account_disabled: { icon: UserLock, styles: bad },
  unloadable: { icon: CloudOff, styles: 'bg-late-soft text-late-text' },
}
