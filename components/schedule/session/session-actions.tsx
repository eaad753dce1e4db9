import { RotateCw, Video } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CompanionLink } from '#components/schedule/companion-link.tsx'
import { EndButton } from '#components/schedule/end-button.tsx'
import type { LeadActions } from '#components/schedule/lead-actions.ts'
import { StartButton } from '#components/schedule/start-button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { Role } from '#lib/kernel/enums.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { StartOnlyButton } from './start-only-button.tsx'

type SessionActionsProps = { session: SessionDetail; role: Role; actions: LeadActions }

/** The next step with this session, for whoever looks at it. Needs the texts of `admin` and `trainer`. */
export function SessionActions({ session, role, actions }: SessionActionsProps) {
  const t = useTranslations('admin.session')
  const { canJoin, canStart, canEnd } = session.abilities
  const room = `/sessions/${session.id}/room`
  const teaches = role === 'TRAINER'
  const waits = role === 'STUDENT' && session.joinRefusal === 'not_started'
  return (
    <>
      {canEnd ? <EndButton session={session} end={actions.end} /> : null}
      {canStart && teaches ? <StartButton session={session} start={actions.start} weight="next" /> : null}
      {canStart && !teaches ? <StartOnlyButton sessionId={session.id} action={actions.start} /> : null}
      {canJoin && !(canStart && teaches) ? (
        <ButtonLink href={`${room}?go`} variant="primary" icon={teaches ? <RotateCw /> : <Video />}>
          {teaches ? t('resume') : t('join')}
        </ButtonLink>
      ) : null}
      {role === 'STUDENT' ? <CompanionLink session={session} /> : null}
      {waits ? <ButtonLink href={room}>{t('toTheDoor')}</ButtonLink> : null}
    </>
  )
}
