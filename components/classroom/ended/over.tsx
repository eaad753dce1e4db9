import { CalendarX, Check, CloudOff, LogOut, MonitorSmartphone, UserLock, UserX } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { doorOf, type Ending } from '#components/classroom/connection/entry-state.ts'
import { focusOnce } from '#components/classroom/ui/focus-once.ts'
import { PageFrame } from '#components/classroom/ui/page-frame.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Badge, type BadgeTone, LiveDot } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { Card } from '#components/ui/card.tsx'
import { homeOf } from '#components/ui/home-of.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'

type OverProps = {
  because: Ending
  session: SessionDetail
  viewer: Viewer
  onGoIn: () => void
  /** Where there are devices to check. */
  onCheckDevices?: () => void
}

/** What happened, in words, and what one can do now. */
export default function Over({ because, session, viewer, onGoIn, onCheckDevices }: OverProps) {
  const common = useTranslations('waiting.over')
  const t = useTranslations(`waiting.over.${because}`)
  const trainer = session.trainer.name
  const isLetInAgain = because === 'removed' && doorOf(session) === 'open'
  const time = session.endedAt ? formatZonedTime(session.endedAt, viewer.zone) : 'none'
  return (
    <PageFrame viewer={viewer}>
      <main className="grid place-items-center px-4 pb-16">
        <Card role={isAbrupt(because) ? 'alert' : 'status'} className="w-full max-w-120 p-6">
          <div className="flex items-center justify-between gap-3">
            <Sign because={because} />
            <EndingBadge because={because} />
          </div>
          <h1
            ref={focusOnce}
            tabIndex={-1}
            className={`mt-4 text-h2 outline-none ${because === 'cancelled' ? 'line-through decoration-[1.5px]' : ''}`}
          >
            {t('title', { trainer, title: session.title })}
          </h1>
          <p className="mt-1.5 text-text-2 tabular-nums">
            {isLetInAgain ? common('removed.again', { trainer }) : t('text', { trainer, time })}
          </p>
          <Detail because={because} session={session} zone={viewer.zone} />
          <div className="mt-6 flex flex-wrap gap-2">
            <NextStep because={because} isLetInAgain={isLetInAgain} onGoIn={onGoIn} />
            {hasAccount(because) ? (
              <ButtonAnchor
                href={homeOf(viewer.role)}
                variant={leadsBack(because) || isLetInAgain ? 'ghost' : 'secondary'}
              >
                {common('home')}
              </ButtonAnchor>
            ) : null}
            {because === 'left' && onCheckDevices ? (
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

/** Endings that interrupt: they are said at once. */
function isAbrupt(because: Ending): boolean {
  return !['ended', 'cancelled', 'left', 'unloadable'].includes(because)
}

function hasAccount(because: Ending): boolean {
  return because !== 'account-erased' && because !== 'account-disabled'
}

/** Endings that a press undoes. */
function leadsBack(because: Ending): boolean {
  return ['left', 'elsewhere', 'unloadable', 'signed-out'].includes(because)
}

type NextStepProps = { because: Ending; isLetInAgain: boolean; onGoIn: () => void }

function NextStep({ because, isLetInAgain, onGoIn }: NextStepProps) {
  const t = useTranslations('waiting.over')
  const address = usePathname()
  const goIn = (label: string) => (
    <Button variant="primary" onClick={onGoIn}>
      {label}
    </Button>
  )
  if (because === 'left' || isLetInAgain) return goIn(t('goBackIn'))
  if (because === 'elsewhere') return goIn(t('useThisOne'))
  if (because === 'unloadable') {
    return (
      <Button variant="primary" onClick={() => location.reload()}>
        {t('retry')}
      </Button>
    )
  }
  if (because === 'signed-out') {
    return (
      <ButtonAnchor variant="primary" href={`/sign-in?next=${encodeURIComponent(address)}`}>
        {t('signIn')}
      </ButtonAnchor>
    )
  }
  return null
}

function Detail({ because, session, zone }: { because: Ending; session: SessionDetail; zone: string }) {
  const t = useTranslations('waiting.over')
  if (because === 'cancelled' && session.cancelReason) {
    return <Quote>{t('cancelledReason', { reason: session.cancelReason })}</Quote>
  }
  if (because === 'removed' && session.removal) {
    const { why, reason } = session.removal
    return <Quote>{reason ? t('removedReason', { reason }) : t(`removed.whys.${why}`)}</Quote>
  }
  if (because === 'left')
    return <Quote>{t('left.until', { time: formatZonedTime(session.endsAt, zone) })}</Quote>
  return null
}

function Quote({ children }: { children: ReactNode }) {
  return <p className="mt-3 rounded-[12px] bg-sunken px-3.5 py-2.5 text-sm tabular-nums">{children}</p>
}

function Sign({ because }: { because: Ending }) {
  const { icon: Icon, look } = signs[because]
  return (
    <span aria-hidden="true" className={`grid size-10 place-items-center rounded-[12px] ${look}`}>
      <Icon className="size-4.5 stroke-[1.75]" />
    </span>
  )
}

function EndingBadge({ because }: { because: Ending }) {
  const t = useTranslations('common.status')
  const own = useTranslations('waiting.over')
  const badges: Partial<Record<Ending, { tone: BadgeTone; icon: ReactNode; text: string }>> = {
    ended: { tone: 'neutral', icon: <Check />, text: t('completed') },
    cancelled: { tone: 'outlined-bad', icon: <CalendarX />, text: t('cancelled') },
    removed: { tone: 'bad', icon: <UserX />, text: own('removedBadge') },
    left: { tone: 'live', icon: <LiveDot />, text: t('in_progress') },
    elsewhere: { tone: 'live', icon: <LiveDot />, text: t('in_progress') },
  }
  const badge = badges[because]
  return badge ? (
    <Badge tone={badge.tone} icon={badge.icon}>
      {badge.text}
    </Badge>
  ) : null
}

const calm = 'bg-sunken text-text-2'
const bad = 'bg-bad-soft text-bad-text'
const signs: Record<Ending, { icon: typeof Check; look: string }> = {
  ended: { icon: Check, look: calm },
  cancelled: { icon: CalendarX, look: bad },
  removed: { icon: UserX, look: bad },
  not_yours: { icon: UserX, look: bad },
  elsewhere: { icon: MonitorSmartphone, look: calm },
  left: { icon: LogOut, look: calm },
  'signed-out': { icon: LogOut, look: calm },
  'account-erased': { icon: UserX, look: bad },
  'account-disabled': { icon: UserLock, look: bad },
  unloadable: { icon: CloudOff, look: 'bg-late-soft text-late-text' },
}
