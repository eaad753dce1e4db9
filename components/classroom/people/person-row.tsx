import { useConnectionQualityIndicator } from '@livekit/components-react'
import type { Participant } from 'livekit-client'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import {
  useIsMicrophoneOn,
  useParticipant,
  useParticipantName,
} from '#components/classroom/livekit/people.ts'
import { useMayPublish } from '#components/classroom/livekit/permissions.ts'
import { VoiceIcon } from '#components/classroom/livekit/voice-icon.tsx'
import { useRoomState } from '#components/classroom/room-state/room-services.ts'
import { useStageChoices } from '#components/classroom/room-state/stage-choices.ts'
import { ActionsMenu } from '#components/classroom/ui/actions-menu.tsx'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { isCompanion, ownerIdOf } from '#lib/livekit/ids.ts'
import type { PersonActions } from './person-actions.ts'
import { QualityBars } from './quality-bars.tsx'
import { usePinEntries } from './use-pin-entries.tsx'

// Loaded on demand: few classes meet in person, have participants on audio only, or have two students with the
// same name.
const InPersonBadge = lazyWithRetry(() => import('#components/classroom/room-state/in-person-badge.tsx'))
const AudioOnlyBadge = lazyWithRetry(() => import('./audio-only-badge.tsx'))
const NamesakeEmail = lazyWithRetry(() => import('#components/classroom/room-state/namesake-email.tsx'))
const ModerationMenu = lazyWithRetry(() => import('./moderation-menu.tsx'))

type PersonRowProps = { identity: string } & PersonActions

/** Participant in the online room, or in person with a companion. Renders only on changes of this participant. */
export const PersonRow = memo(function PersonRow({ identity, ...actions }: PersonRowProps) {
  const participant = useParticipant(identity)
  return participant ? <ParticipantRow participant={participant} actions={actions} /> : null
})

function ParticipantRow({ participant, actions }: { participant: Participant; actions: PersonActions }) {
  const t = useTranslations('room')
  const name = useParticipantName(participant)
  const { quality } = useConnectionQualityIndicator({ participant })
  return (
    <li className="flex h-11 items-center gap-2.5 contain-layout contain-size pr-2 pl-4 hover:bg-hover">
      <Avatar id={ownerIdOf(participant.identity)} name={name} size="sm" />
      <span className="flex min-w-0 flex-1 items-center gap-2">
        <span dir="auto" className="truncate font-medium">
          {participant.isLocal ? t('youNamed', { name }) : name}
        </span>
        {mayModerate(actions.abilities) ? <NamesakeEmail userId={ownerIdOf(participant.identity)} /> : null}
        <RoleBadge participant={participant} />
      </span>
      {isCompanion(participant.identity) ? (
        <InPersonBadge />
      ) : (
        <>
          <ReceiveModeBadge participant={participant} />
          <MicrophoneState participant={participant} name={name} />
        </>
      )}
      <QualityBars quality={quality} label={t('quality.of', { name, quality: t(`quality.${quality}`) })} />
      <PersonMenu name={name} participant={participant} actions={actions} />
    </li>
  )
}

/** Badge of a trainer or assistant. Students have none. */
function RoleBadge({ participant }: { participant: Participant }) {
  const t = useTranslations()
  const id = ownerIdOf(participant.identity)
  const isTrainer = useStageChoices().trainerId === id
  const assists = useRoomState((state) => state.assistants.some(({ userId }) => userId === id), false)
  if (!isTrainer && !assists) return null
  return (
    <span className="flex-none rounded-full bg-excused-soft px-1.5 text-xs font-[550] text-excused-text">
      {isTrainer ? t('room.trainer') : t('moderation.person.assistantBadge')}
    </span>
  )
}

function ReceiveModeBadge({ participant: { identity } }: { participant: Participant }) {
  const audioOnly = useRoomState((state) => state.audioOnly.some((id) => id === identity), false)
  return audioOnly ? <AudioOnlyBadge /> : null
}

function MicrophoneState({ participant, name }: { participant: Participant; name: string }) {
  const t = useTranslations('room')
  const order = useTranslations('moderation.locks')
  const isMicrophoneOn = useIsMicrophoneOn(participant)
  const mayUnmute = useMayPublish(participant, 'microphone')
  if (!isMicrophoneOn && !mayUnmute) {
    return (
      <Lock
        role="img"
        aria-label={`${t('muted', { name })}. ${order('muted')}`}
        className="size-4 flex-none text-text-3"
      />
    )
  }
  return (
    <VoiceIcon
      participant={participant}
      name={name}
      idleIcon="nothing"
      className={classes('size-4 flex-none', isMicrophoneOn ? 'text-primary-text' : 'text-text-3')}
    />
  )
}

function mayModerate({ canModerate, canMute, canLock, canManageHands }: PersonActions['abilities']): boolean {
  return canModerate || canMute || canLock || canManageHands
}

type PersonMenuProps = { participant: Participant; name: string; actions: PersonActions }

/** The viewer, the trainer, and all rows of viewers who can't moderate get only the local pin. */
function PersonMenu({ participant, name, actions }: PersonMenuProps) {
  const isTrainer = useStageChoices().trainerId === ownerIdOf(participant.identity)
  if (!mayModerate(actions.abilities) || isTrainer || participant.isLocal)
    return <PinMenu participant={participant} name={name} />
  return <ModerationMenu participant={participant} name={name} actions={actions} />
}

function PinMenu({ participant, name }: { participant: Participant; name: string }) {
  return <ActionsMenu name={name} groups={[usePinEntries(participant)]} />
}
