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
import { usePublished } from '#components/classroom/livekit/people.ts'
import { useRoomApi, useRoomState } from '#components/classroom/room-state/class-context.ts'
import { ActionsMenu } from '#components/classroom/ui/actions-menu.tsx'
import { useToldAttempt } from '#components/classroom/ui/use-told-attempt.ts'
import type { MenuEntry } from '#components/ui/menu.tsx'
import type { TrackSource } from '#lib/kernel/enums.ts'
import { isCompanion, ownerOf } from '#lib/livekit/ids.ts'
import type { PersonActs } from './person-acts.ts'
import { usePinEntries } from './use-pin-entries.tsx'

type LeadMenuProps = { participant: Participant; name: string; acts: PersonActs }

/** What who leads may do about somebody else inside, in groups. */
export default function LeadMenu({ participant, name, acts }: LeadMenuProps) {
  const groups = [usePinEntries(participant), ...useLeadEntries(participant, name, acts)]
  return <ActionsMenu name={name} groups={groups} />
}

function useLeadEntries(participant: Participant, name: string, acts: PersonActs): MenuEntry[][] {
  const t = useTranslations()
  const api = useRoomApi()
  const attempt = useToldAttempt()
  const identity = ownerOf(participant.identity)
  const hasPicture = !isCompanion(participant.identity)
  const { abilities, onRemove, onAssist } = acts
  const published = usePublished(participant)
  const isLarge = useRoomState((state) => state.spotlight === identity, false)
  const screensLocked = useRoomState((state) => state.locks.includes('screen'), true)
  const mayShare = useRoomState(
    (state) => state.exceptions.some(({ userId, locks }) => userId === identity && locks.includes('screen')),
    false,
  )
  const hands: MenuEntry[] = abilities.canLeadHands
    ? [{ label: t('order.word.give'), icon: <Hand />, onSelect: () => attempt(api.giveWord(identity)) }]
    : []
  const large: MenuEntry[] =
    abilities.canModerate && hasPicture
      ? [
          {
            label: t(isLarge ? 'order.person.unspotlight' : 'order.person.spotlight'),
            icon: isLarge ? <Minimize2 /> : <Maximize2 />,
            onSelect: () => attempt(api.spotlight(isLarge ? null : identity)),
          },
        ]
      : []
  const share: MenuEntry[] =
    abilities.canLock && screensLocked && hasPicture
      ? [
          {
            label: t(mayShare ? 'order.person.disallowShare' : 'order.person.allowShare'),
            icon: mayShare ? <MonitorX /> : <MonitorUp />,
            onSelect: () => attempt(api.except({ userId: identity, lock: 'screen', excepted: !mayShare })),
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
          label: t('order.person.assistant'),
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
  return [[...hands, ...large, ...share], mutes, assist]
}

const stopIcons: Record<TrackSource, ReactNode> = {
  microphone: <MicOff />,
  camera: <VideoOff />,
  screen: <MonitorX />,
}
