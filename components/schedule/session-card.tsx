import { LogIn, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { classes } from '#components/ui/classes.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'
import { EndButton } from './end-button.tsx'
import { SessionBadge } from './session-badge.tsx'
import { StartButton } from './start-button.tsx'
import type { TrainerActions } from './trainer-actions.ts'

type SessionCardProps = { session: ClassSession; zone: string; actions: TrainerActions }

/** One of the trainer's sessions of a day, except the next one. */
export function SessionCard({ session, zone, actions }: SessionCardProps) {
  return (
    <div
      className={classes(
        'flex flex-wrap items-center gap-x-3.5 gap-y-2 rounded-card border py-3.5 pr-4 pl-4.5',
        isOver(session) ? 'bg-transparent' : 'bg-surface',
      )}
    >
      <div className="min-w-0 flex-1 basis-48">
        <div className="flex items-center gap-2.5">
          <h2
            className={classes(
              'min-w-0 text-[0.9375rem] leading-5.5 font-semibold sm:truncate',
              session.status === 'cancelled' && 'text-text-2 line-through',
            )}
          >
            {session.classTitle}
          </h2>
          {session.status === 'in_progress' ? <SessionBadge status={session.status} /> : null}
        </div>
        <p className="text-sm text-text-2 sm:truncate">{useMeta(session, zone)}</p>
      </div>
      {session.status === 'in_progress' ? null : <SessionBadge status={session.status} />}
      <Actions session={session} actions={actions} />
    </div>
  )
}

function Actions({ session, actions }: Omit<SessionCardProps, 'zone'>): ReactNode {
  const t = useTranslations('trainer')
  const { canStart, canEnd, canJoin } = session.abilities
  if (canStart) return <StartButton session={session} start={actions.start} weight="later" />
  if (!canJoin) return null
  const title = session.classTitle
  return (
    <div className="flex gap-2">
      <ButtonLink
        href={`/sessions/${session.id}/room?join`}
        icon={canEnd ? <RotateCw /> : <LogIn />}
        aria-label={canEnd ? t('resumeNamed', { title }) : t('joinNamed', { title })}
      >
        {t(canEnd ? 'resume' : 'join')}
      </ButtonLink>
      {canEnd ? <EndButton session={session} end={actions.end} /> : null}
    </div>
  )
}

function useMeta(session: ClassSession, zone: string): string {
  const t = useTranslations('trainer')
  const common = useTranslations('common')
  if (session.status === 'cancelled' && session.cancelReason)
    return t('cancelled', { reason: session.cancelReason })
  if (session.status === 'completed' && session.endedAt) {
    return t('endedAt', { time: formatZonedTime(session.endedAt, zone) })
  }
  const values = { seats: session.seatsTaken, type: common(`types.${session.sessionType}`) }
  return session.title === session.classTitle
    ? t('meta', values)
    : t('metaWithTitle', { ...values, title: session.title })
}

function isOver({ status }: ClassSession): boolean {
  return status === 'completed' || status === 'cancelled'
}
