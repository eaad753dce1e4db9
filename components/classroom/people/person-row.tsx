import type { Participant } from 'livekit-client'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useContext } from 'react'
import {
  useIsMicrophoneOn,
  useName,
  useParticipant,
  useQuality,
} from '#components/classroom/livekit/people.ts'
import { useMaySend } from '#components/classroom/livekit/permissions.ts'
import { VoiceSign } from '#components/classroom/livekit/voice-sign.tsx'
import { useRoomState } from '#components/classroom/room-state/class-context.ts'
import { TrainerContext } from '#components/classroom/room-state/trainer-context.ts'
import { ActionsMenu } from '#components/classroom/ui/actions-menu.tsx'
import { later } from '#components/classroom/ui/later.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { isCompanion, ownerOf } from '#lib/livekit/ids.ts'
import type { PersonActs } from './person-acts.ts'
import { QualityBars } from './quality-bars.tsx'
import { usePinEntries } from './use-pin-entries.tsx'

// Few classes have them: those that meet in a room, receive sound alone, or have two students of one name.
const InRoom = later(() => import('#components/classroom/room-state/in-room.tsx'))
const AudioOnly = later(() => import('./audio-only.tsx'))
const NamesakeEmail = later(() => import('#components/classroom/room-state/namesake-email.tsx'))
const LeadMenu = later(() => import('./lead-menu.tsx'))

type PersonRowProps = { identity: string } & PersonActs

/** Somebody inside, or in the room with a companion; follows that person alone. */
export const PersonRow = memo(function PersonRow({ identity, ...acts }: PersonRowProps) {
  const participant = useParticipant(identity)
  return participant ? <Row participant={participant} acts={acts} /> : null
})

function Row({ participant, acts }: { participant: Participant; acts: PersonActs }) {
  const t = useTranslations('room')
  const name = useName(participant)
  const quality = useQuality(participant)
  return (
    <li className="flex h-11 items-center gap-2.5 contain-layout contain-size pr-2 pl-4 hover:bg-hover">
      <Avatar id={ownerOf(participant.identity)} name={name} size="sm" />
      <span className="flex min-w-0 flex-1 items-center gap-2">
        <span dir="auto" className="truncate font-medium">
          {participant.isLocal ? t('youNamed', { name }) : name}
        </span>
        {leadsAny(acts.abilities) ? <NamesakeEmail of={ownerOf(participant.identity)} /> : null}
        <Part participant={participant} />
      </span>
      {isCompanion(participant.identity) ? (
        <InRoom />
      ) : (
        <>
          <ReceptionState participant={participant} />
          <VoiceState participant={participant} name={name} />
        </>
      )}
      <QualityBars quality={quality} label={t('quality.of', { name, quality: t(`quality.${quality}`) })} />
      <PersonMenu name={name} participant={participant} acts={acts} />
    </li>
  )
}

/** What somebody is here beside a student. */
function Part({ participant }: { participant: Participant }) {
  const t = useTranslations()
  const id = ownerOf(participant.identity)
  const isTrainer = useContext(TrainerContext) === id
  const assists = useRoomState((state) => state.assistants.some(({ userId }) => userId === id), false)
  if (!isTrainer && !assists) return null
  return (
    <span className="flex-none rounded-full bg-excused-soft px-1.5 text-xs font-[550] text-excused-text">
      {isTrainer ? t('room.trainer') : t('order.person.assistantBadge')}
    </span>
  )
}

function ReceptionState({ participant: { identity } }: { participant: Participant }) {
  const audioOnly = useRoomState((state) => state.audioOnly.some((id) => id === identity), false)
  return audioOnly ? <AudioOnly /> : null
}

function VoiceState({ participant, name }: { participant: Participant; name: string }) {
  const t = useTranslations('room')
  const order = useTranslations('order.locks')
  const heard = useIsMicrophoneOn(participant)
  const mayTalk = useMaySend(participant, 'microphone')
  if (!heard && !mayTalk) {
    return (
      <Lock
        role="img"
        aria-label={`${t('muted', { name })}. ${order('muted')}`}
        className="size-4 flex-none text-text-3"
      />
    )
  }
  return (
    <VoiceSign
      participant={participant}
      name={name}
      atRest="nothing"
      className={classes('size-4 flex-none', heard ? 'text-primary-text' : 'text-text-3')}
    />
  )
}

function leadsAny({ canModerate, canMute, canLock, canLeadHands }: PersonActs['abilities']): boolean {
  return canModerate || canMute || canLock || canLeadHands
}

type PersonMenuProps = { participant: Participant; name: string; acts: PersonActs }

/** Of the trainer and oneself, and for who does not lead, only what concerns nobody else. */
function PersonMenu({ participant, name, acts }: PersonMenuProps) {
  const isTrainer = useContext(TrainerContext) === ownerOf(participant.identity)
  if (!leadsAny(acts.abilities) || isTrainer || participant.isLocal)
    return <PinMenu participant={participant} name={name} />
  return <LeadMenu participant={participant} name={name} acts={acts} />
}

function PinMenu({ participant, name }: { participant: Participant; name: string }) {
  return <ActionsMenu name={name} groups={[usePinEntries(participant)]} />
}
