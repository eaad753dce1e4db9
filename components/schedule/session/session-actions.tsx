import { RotateCw, Video } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CompanionLink } from '#components/schedule/companion-link.tsx'
import { EndButton } from '#components/schedule/end-button.tsx'
import { StartButton } from '#components/schedule/start-button.tsx'
import type { TrainerActions } from '#components/schedule/trainer-actions.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import type { Role } from '#lib/kernel/enums.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { StartWithoutJoining } from './start-without-joining.tsx'

type SessionActionsProps = { session: SessionDetail; role: Role; actions: TrainerActions }

/** The viewer's next step with this session. Needs the texts of `admin` and `trainer`. */
export function SessionActions({ session, role, actions }: SessionActionsProps) {
  const t = useTranslations('admin.session')
  const { canJoin, canStart, canEnd } = session.abilities
  const room = `/sessions/${session.id}/room`
  const isTrainer = role === 'TRAINER'
  const mayWait = role === 'STUDENT' && session.joinRefusal === 'not_started'
  return (
    <>
      {canEnd ? <EndButton session={session} end={actions.end} /> : null}
      {canStart && isTrainer ? <StartButton session={session} start={actions.start} weight="next" /> : null}
      {canStart && !isTrainer ? <StartWithoutJoining sessionId={session.id} action={actions.start} /> : null}
      {canJoin && !(canStart && isTrainer) ? (
        <ButtonLink href={`${room}?join`} variant="primary" icon={isTrainer ? <RotateCw /> : <Video />}>
          {isTrainer ? t('resume') : t('join')}
        </ButtonLink>
      ) : null}
      {role === 'STUDENT' ? <CompanionLink session={session} /> : null}
      {mayWait ? <ButtonLink href={room}>{t('openLobby')}</ButtonLink> : null}
    </>
  )
}
