import type { Participant } from 'livekit-client'
import { AudioLines, Ellipsis, MicOff, MonitorX, Pin, PinOff, UserX, VideoOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, type ReactNode, useContext } from 'react'
import {
  useIsMicrophoneOn,
  useIsSpeaking,
  useName,
  useParticipant,
  usePublished,
  useQuality,
} from '#components/classroom/room/people.ts'
import { PinContext } from '#components/classroom/stage/pin.ts'
import { isSameTile, type TileKey } from '#components/classroom/stage/tile-key.ts'
import { TrainerContext } from '#components/classroom/stage/trainer-context.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, type MenuEntry } from '#components/ui/menu.tsx'
import type { TrackSource } from '#lib/classroom/api.ts'
import { QualityBars } from './quality-bars.tsx'

type PersonRowProps = {
  identity: string
  /** The viewer leads, and this is somebody whom they lead. */
  isLed: boolean
  onMute: (source: TrackSource, identity: string) => void
  onRemove: (person: { id: string; name: string }) => void
}

/** Somebody inside; follows that person alone. */
export const PersonRow = memo(function PersonRow({ identity, ...rest }: PersonRowProps) {
  const participant = useParticipant(identity)
  return participant ? <Row participant={participant} {...rest} /> : null
})

function Row({
  participant,
  isLed,
  onMute,
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
      <PersonMenu name={name} participant={participant} isLed={isLed} onMute={onMute} onRemove={onRemove} />
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

type PersonMenuProps = Omit<PersonRowProps, 'identity'> & { name: string; participant: Participant }

function PersonMenu({ name, participant, isLed, onMute, onRemove }: PersonMenuProps) {
  const t = useTranslations('room')
  const { identity } = participant
  const published = usePublished(participant)
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
  if (isLed) {
    groups.push(
      published.map((source) => ({
        label: t(`people.stop.${source}`),
        icon: stopIcons[source],
        onSelect: () => onMute(source, identity),
      })),
      [
        {
          label: t('people.remove'),
          icon: <UserX />,
          danger: true,
          onSelect: () => onRemove({ id: identity, name }),
        },
      ],
    )
  }
  return (
    <Menu
      label={t('people.actions', { name })}
      groups={groups.filter((group) => group.length > 0)}
      trigger={(button) => (
        <IconButton label={t('people.actions', { name })} icon={<Ellipsis />} {...button} />
      )}
    />
  )
}

const stopIcons: Record<TrackSource, ReactNode> = {
  microphone: <MicOff />,
  camera: <VideoOff />,
  screen: <MonitorX />,
}
