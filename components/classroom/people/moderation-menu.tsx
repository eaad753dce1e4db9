import type { Participant } from 'livekit-client'
import {
  Hand,
  Maximize2,
  MicOff,
  Minimize2,
  MonitorUp,
  MonitorX,
  UserCheck,
  UserX,
  VideoOff,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { usePublishedSources } from '#components/classroom/livekit/people.ts'
import { useRoomApi, useRoomState } from '#components/classroom/room-state/room-services.ts'
import { ActionsMenu } from '#components/classroom/ui/actions-menu.tsx'
import { useToastOnFailure } from '#components/classroom/ui/use-toast-on-failure.ts'
import type { MenuEntry } from '#components/ui/menu.tsx'
import type { TrackSource } from '#lib/kernel/enums.ts'
import { isCompanion, ownerIdOf } from '#lib/livekit/ids.ts'
import type { PersonActions } from './person-actions.ts'
import { usePinEntries } from './use-pin-entries.tsx'

type ModerationMenuProps = { participant: Participant; name: string; actions: PersonActions }

/** Grouped menu of a moderator's actions on another participant. */
export default function ModerationMenu({ participant, name, actions }: ModerationMenuProps) {
  const groups = [usePinEntries(participant), ...useModerationEntries(participant, name, actions)]
  return <ActionsMenu name={name} groups={groups} />
}

function useModerationEntries(participant: Participant, name: string, actions: PersonActions): MenuEntry[][] {
  const t = useTranslations()
  const api = useRoomApi()
  const attempt = useToastOnFailure()
  const identity = ownerIdOf(participant.identity)
  const hasPicture = !isCompanion(participant.identity)
  const { abilities, onRemove, onAssist } = actions
  const published = usePublishedSources(participant)
  const isSpotlighted = useRoomState((state) => state.spotlight === identity, false)
  const screensLocked = useRoomState((state) => state.locks.includes('screen'), true)
  const mayShare = useRoomState(
    (state) => state.exceptions.some(({ userId, locks }) => userId === identity && locks.includes('screen')),
    false,
  )
  const hands: MenuEntry[] = abilities.canManageHands
    ? [
        {
          label: t('moderation.floor.give'),
          icon: <Hand />,
          onSelect: () => attempt(api.grantFloor(identity)),
        },
      ]
    : []
  const spotlight: MenuEntry[] =
    abilities.canModerate && hasPicture
      ? [
          {
            label: t(isSpotlighted ? 'moderation.person.unspotlight' : 'moderation.person.spotlight'),
            icon: isSpotlighted ? <Minimize2 /> : <Maximize2 />,
            onSelect: () => attempt(api.spotlight(isSpotlighted ? null : identity)),
          },
        ]
      : []
  const share: MenuEntry[] =
    abilities.canLock && screensLocked && hasPicture
      ? [
          {
            label: t(mayShare ? 'moderation.person.disallowShare' : 'moderation.person.allowShare'),
            icon: mayShare ? <MonitorX /> : <MonitorUp />,
            onSelect: () =>
              attempt(api.setLockException({ userId: identity, lock: 'screen', excepted: !mayShare })),
          },
        ]
      : []
  const mutes: MenuEntry[] = abilities.canMute
    ? published.map((source) => ({
        label: t(`room.people.stop.${source}`),
        icon: stopIcons[source],
        onSelect: () => attempt(api.mute(source, { userIds: [identity] })),
      }))
    : []
  const assist: MenuEntry[] = abilities.canModerate
    ? [
        {
          label: t('moderation.person.assistant'),
          icon: <UserCheck />,
          onSelect: () => onAssist({ kind: 'assistant', id: identity, name }),
        },
        {
          label: t('room.people.remove'),
          icon: <UserX />,
          danger: true,
          onSelect: () => onRemove({ id: identity, name }),
        },
      ]
    : []
  return [[...hands, ...spotlight, ...share], mutes, assist]
}

const stopIcons: Record<TrackSource, ReactNode> = {
  microphone: <MicOff />,
  camera: <VideoOff />,
  screen: <MonitorX />,
}
