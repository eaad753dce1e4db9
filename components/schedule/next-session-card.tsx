import { LogIn, MapPin, Monitor, RotateCw, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'
import { EndButton } from './end-button.tsx'
import { SessionBadge } from './session-badge.tsx'
import { StartButton } from './start-button.tsx'
import { StartsIn } from './starts-in.tsx'
import type { TrainerActions } from './trainer-actions.ts'

type NextSessionCardProps = {
  session: SessionDetail
  zone: string
  now: string
  /** Whether the session is today, so that starting it is the next step. */
  today: boolean
  actions: TrainerActions
}

/** The session that a trainer teaches next or now; the highlight of the day. */
export function NextSessionCard({ session, zone, now, today, actions }: NextSessionCardProps) {
  const t = useTranslations('trainer')
  const common = useTranslations('common')
  const { number, sessionCount, title, classTitle, sessionType } = session
  const place = { number, numberOf: sessionCount, title }
  return (
    <div className="rounded-card border border-text-3 bg-surface py-4.5 pr-4.5 pl-5 shadow-2">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="text-[1.125rem] leading-6 font-semibold tracking-[-.012em]">{classTitle}</h2>
          <p className="mt-0.5 text-sm text-text-2">
            {title === classTitle ? t('sessionOf', place) : t('sessionOfWithTitle', place)}
          </p>
        </div>
        {session.status === 'scheduled' && today ? (
          <StartsIn startsAt={session.startsAt} now={now} />
        ) : (
          <SessionBadge status={session.status} />
        )}
      </div>
      <div className="mt-3 flex flex-wrap gap-x-4.5 gap-y-1.5 text-sm text-text-2">
        <Fact icon={<Users />}>{t('seats', { seats: session.seatsTaken })}</Fact>
        <Fact icon={sessionType === 'online' ? <Monitor /> : <MapPin />}>
          {common(`types.${sessionType}`)}
        </Fact>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-2.5">
        <JoinActions session={session} today={today} actions={actions} />
        {session.status === 'in_progress' ? null : (
          <ButtonLink href={`/sessions/${session.id}/room`} variant="ghost">
            {t('check')}
          </ButtonLink>
        )}
        <p className="text-sm text-text-2">{useHint(session, today, zone)}</p>
      </div>
    </div>
  )
}

/** Buttons to start or rejoin the class, or for an assistant to join another trainer's class. */
function JoinActions({
  session,
  today,
  actions,
}: Pick<NextSessionCardProps, 'session' | 'today' | 'actions'>) {
  const t = useTranslations('trainer')
  const { canStart, canEnd, canJoin } = session.abilities
  if (canStart) {
    return <StartButton session={session} start={actions.start} weight={today ? 'next' : 'soon'} />
  }
  if (!canJoin) return null
  return (
    <>
      <ButtonLink
        href={`/sessions/${session.id}/room?join`}
        variant="primary"
        size="lg"
        icon={canEnd ? <RotateCw /> : <LogIn />}
      >
        {t(canEnd ? 'resume' : 'join')}
      </ButtonLink>
      {canEnd ? <EndButton session={session} end={actions.end} /> : null}
    </>
  )
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5 tabular-nums [&_svg]:size-3.75">
      {icon}
      {children}
    </span>
  )
}

function useHint(
  { status, sessionType, startedAt, trainer, abilities }: SessionDetail,
  today: boolean,
  zone: string,
): string | null {
  const t = useTranslations('trainer')
  if (!abilities.canStart && !abilities.canEnd) return t('assists', { trainer: trainer.name })
  if (status === 'in_progress' && startedAt) {
    return t('runsSince', { time: formatZonedTime(startedAt, zone) })
  }
  if (!today) return null
  return sessionType === 'offline' ? t('waitingOffline') : t('waitingOnline')
}
