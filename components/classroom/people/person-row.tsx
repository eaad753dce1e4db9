import type { Participant } from 'livekit-client'
import { AudioLines, Ellipsis, MicOff, Pin, PinOff, UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useContext } from 'react'
import {
  useIsMicrophoneOn,
  useIsSpeaking,
  useName,
  useParticipant,
  useQuality,
} from '#components/classroom/room/people.ts'
import { PinContext } from '#components/classroom/stage/pin.ts'
import { isSameTile, type TileKey } from '#components/classroom/stage/tile-key.ts'
import { TrainerContext } from '#components/classroom/stage/trainer-context.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import { QualityBars } from './quality-bars.tsx'

type PersonRowProps = {
  identity: string
  mayRemove: boolean
  onRemove: (person: { id: string; name: string }) => void
}

/** Somebody inside; follows that person alone. */
export const PersonRow = memo(function PersonRow({ identity, ...rest }: PersonRowProps) {
  const participant = useParticipant(identity)
  return participant ? <Row participant={participant} {...rest} /> : null
})

function Row({
  participant,
  mayRemove,
  onRemove,
}: Omit<PersonRowProps, 'identity'> & { participant: Participant }) {
  const t = useTranslations('room')
  const name = useName(participant)
  const isTrainer = useContext(TrainerContext) === participant.identity
  const quality = useQuality(participant)
  return (
    <li className="flex h-11 items-center gap-2.5 pr-2 pl-4 hover:bg-hover">
      <Avatar id={participant.identity} name={name} size="sm" />
      <span className="flex min-w-0 flex-1 items-center gap-2">
        <span className="truncate font-medium">{participant.isLocal ? t('youNamed', { name }) : name}</span>
        {isTrainer ? (
          <span className="flex-none rounded-full bg-excused-soft px-1.5 text-xs font-[550] text-excused-text">
            {t('trainer')}
          </span>
        ) : null}
      </span>
      <VoiceState participant={participant} name={name} />
      <QualityBars quality={quality} label={t('quality.of', { name, quality: t(`quality.${quality}`) })} />
      <PersonMenu
        name={name}
        identity={participant.identity}
        onRemove={mayRemove ? () => onRemove({ id: participant.identity, name }) : null}
      />
    </li>
  )
}

function VoiceState({ participant, name }: { participant: Participant; name: string }) {
  const t = useTranslations('room')
  const speaking = useIsSpeaking(participant)
  const heard = useIsMicrophoneOn(participant)
  if (!heard)
    return <MicOff role="img" aria-label={t('muted', { name })} className="size-4 flex-none text-text-3" />
  if (!speaking) return null
  return (
    <AudioLines
      role="img"
      aria-label={t('speaking', { name })}
      className="size-4 flex-none text-primary-text"
    />
  )
}

type PersonMenuProps = { name: string; identity: string; onRemove: (() => void) | null }

function PersonMenu({ name, identity, onRemove }: PersonMenuProps) {
  const t = useTranslations('room')
  const { pinned, pin } = useContext(PinContext)
  const tile: TileKey = { identity, source: 'camera' }
  const isPinned = isSameTile(pinned, tile)
  const groups: MenuEntry[][] = [
    [
      {
        label: isPinned ? t('pin.unpinShort') : t('pin.pinShort'),
        icon: isPinned ? <PinOff /> : <Pin />,
        onSelect: () => pin(isPinned ? null : tile),
      },
    ],
  ]
  if (onRemove)
    groups.push([{ label: t('people.remove'), icon: <UserX />, danger: true, onSelect: onRemove }])
  return (
    <Menu
      label={t('people.actions', { name })}
      groups={groups}
      trigger={(button) => (
        <IconButton label={t('people.actions', { name })} icon={<Ellipsis />} {...button} />
      )}
    />
  )
}
