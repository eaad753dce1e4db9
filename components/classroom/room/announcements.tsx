import { useRoomContext } from '@livekit/components-react'
import { ConnectionState, type Participant, RoomEvent } from 'livekit-client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useParticipant, useParticipantName, useScreenSharers } from '#components/classroom/livekit/people.ts'
import { useHandPosition, useHands } from '#components/classroom/room-state/use-hands.ts'
import { useLobby } from '#components/classroom/room-state/use-lobby.ts'
import { summariseNames } from '#components/classroom/ui/summarise-names.ts'
import { isMainDevice } from '#lib/livekit/ids.ts'

const GATHERED_FOR_MS = 10_000

type AnnouncementsProps = { isBack: boolean; talking: boolean; me: string }

/** Screen reader announcements: summarised joins and leaves, screen sharing, hands, and the viewer's own state. */
export function Announcements({ isBack, talking, me }: AnnouncementsProps) {
  const t = useTranslations('room')
  const { joined, left } = useJoinsAndLeaves()
  const sharer = useScreenSharers().at(-1)
  return (
    <div aria-live="polite" className="sr-only">
      {joined ? <p>{t('announce.joined', joined)}</p> : null}
      {left ? <p>{t('announce.left', left)}</p> : null}
      {sharer ? <ScreenShareAnnouncement identity={sharer} /> : null}
      {talking ? <p>{t('announce.talking')}</p> : null}
      <HandPositionAnnouncement me={me} />
      <LatestHand me={me} />
      <LobbyAnnouncement />
      {isBack ? <p>{t('notice.back')}</p> : null}
    </div>
  )
}

function HandPositionAnnouncement({ me }: { me: string }) {
  const t = useTranslations('moderation.hands')
  const position = useHandPosition(me)
  const [wasUp, setWasUp] = useState(false)
  if (position > 0 && !wasUp) setWasUp(true)
  if (position === 0) return wasUp ? <p>{t('announceLowered')}</p> : null
  return <p>{t('announceYours', { place: position })}</p>
}

function LatestHand({ me }: { me: string }) {
  const t = useTranslations('moderation.hands')
  const latest = useHands().at(-1)
  const [newest, setNewest] = useState('')
  if (latest && latest.since > newest) setNewest(latest.since)
  // If the last hand in the queue is lowered, the one before it is not announced.
  if (!latest || latest.since < newest || latest.userId === me) return null
  return <p>{t('announceRaised', { name: latest.name })}</p>
}

function LobbyAnnouncement() {
  const t = useTranslations('moderation.lobby')
  const inLobby = useLobby()
  const [first] = inLobby
  return first ? <p>{t('announce', { name: first.name, count: inLobby.length })}</p> : null
}

function ScreenShareAnnouncement({ identity }: { identity: string }) {
  const participant = useParticipant(identity)
  return participant && !participant.isLocal ? <SharerAnnouncement participant={participant} /> : null
}

function SharerAnnouncement({ participant }: { participant: Participant }) {
  const t = useTranslations('room.announce')
  return <p>{t('shares', { name: useParticipantName(participant) })}</p>
}

type NameSummary = ReturnType<typeof summariseNames>

/**
 * Joins and leaves, announced every 10 s. Participants who are back where they were, as after a disconnect that
 * hid everybody, are not announced.
 */
function useJoinsAndLeaves(): { joined: NameSummary; left: NameSummary } {
  const room = useRoomContext()
  const [summaries, setSummaries] = useState<{ joined: NameSummary; left: NameSummary }>({
    joined: null,
    left: null,
  })
  useEffect(() => {
    const moved = new Map<string, { name: string; wasInside: boolean }>()
    function note({ identity, name }: Participant, wasInside: boolean) {
      if (isMainDevice(identity) && !moved.has(identity))
        moved.set(identity, { name: name || identity, wasInside })
    }
    const onJoin = (person: Participant) => note(person, false)
    const onLeave = (person: Participant) => note(person, true)
    const namesOf = (before: boolean) =>
      [...moved].flatMap(([identity, { name, wasInside }]) =>
        wasInside === before && room.remoteParticipants.has(identity) !== before ? [name] : [],
      )
    const timer = setInterval(() => {
      if (room.state !== ConnectionState.Connected) return
      const next = { joined: summariseNames(namesOf(false)), left: summariseNames(namesOf(true)) }
      moved.clear()
      setSummaries((before) => (before.joined || before.left || next.joined || next.left ? next : before))
    }, GATHERED_FOR_MS)
    room.on(RoomEvent.ParticipantConnected, onJoin)
    room.on(RoomEvent.ParticipantDisconnected, onLeave)
    return () => {
      clearInterval(timer)
      room.off(RoomEvent.ParticipantConnected, onJoin)
      room.off(RoomEvent.ParticipantDisconnected, onLeave)
    }
  }, [room])
  return summaries
}
