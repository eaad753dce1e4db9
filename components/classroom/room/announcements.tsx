import { ConnectionState, type Participant, RoomEvent } from 'livekit-client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useName, useParticipant, useSharers } from '#components/classroom/livekit/people.ts'
import { useRoom } from '#components/classroom/livekit/room-context.ts'
import { useAtTheDoor } from '#components/classroom/room-state/use-at-the-door.ts'
import { useHands, usePlaceInLine } from '#components/classroom/room-state/use-hands.ts'
import { gather } from '#components/classroom/ui/gather.ts'
import { isOwnPlace } from '#lib/livekit/ids.ts'

const GATHERED_FOR = 10_000

type AnnouncementsProps = { isBack: boolean; talking: boolean; me: string }

/** For people who do not see it: who came and went, gathered, who shares, hands, and how one is oneself. */
export function Announcements({ isBack, talking, me }: AnnouncementsProps) {
  const t = useTranslations('room')
  const { joined, left } = useComings()
  const sharer = useSharers().at(-1)
  return (
    <div aria-live="polite" className="sr-only">
      {joined ? <p>{t('announce.joined', joined)}</p> : null}
      {left ? <p>{t('announce.left', left)}</p> : null}
      {sharer ? <Sharing identity={sharer} /> : null}
      {talking ? <p>{t('announce.talking')}</p> : null}
      <OwnPlace me={me} />
      <LatestHand me={me} />
      <LatestAtTheDoor />
      {isBack ? <p>{t('notice.back')}</p> : null}
    </div>
  )
}

function OwnPlace({ me }: { me: string }) {
  const t = useTranslations('order.hands')
  const place = usePlaceInLine(me)
  const [wasUp, setWasUp] = useState(false)
  if (place > 0 && !wasUp) setWasUp(true)
  if (place === 0) return wasUp ? <p>{t('announceLowered')}</p> : null
  return <p>{t('announceYours', { place })}</p>
}

function LatestHand({ me }: { me: string }) {
  const t = useTranslations('order.hands')
  const latest = useHands().at(-1)
  const [newest, setNewest] = useState('')
  if (latest && latest.since > newest) setNewest(latest.since)
  // Where the last in line lowers theirs, the one before is no news.
  if (!latest || latest.since < newest || latest.userId === me) return null
  return <p>{t('announceRaised', { name: latest.name })}</p>
}

function LatestAtTheDoor() {
  const t = useTranslations('order.door')
  const waiting = useAtTheDoor()
  const [first] = waiting
  return first ? <p>{t('announce', { name: first.name, count: waiting.length })}</p> : null
}

function Sharing({ identity }: { identity: string }) {
  const participant = useParticipant(identity)
  return participant && !participant.isLocal ? <SharingOf participant={participant} /> : null
}

function SharingOf({ participant }: { participant: Participant }) {
  const t = useTranslations('room.announce')
  return <p>{t('shares', { name: useName(participant) })}</p>
}

type Gathered = ReturnType<typeof gather>

/** Who came and who went, said once every 10 s; not who is where they were, such as after a cut that hid everybody. */
function useComings(): { joined: Gathered; left: Gathered } {
  const room = useRoom()
  const [said, setSaid] = useState<{ joined: Gathered; left: Gathered }>({ joined: null, left: null })
  useEffect(() => {
    const moved = new Map<string, { name: string; wasInside: boolean }>()
    function note({ identity, name }: Participant, wasInside: boolean) {
      if (isOwnPlace(identity) && !moved.has(identity))
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
      const news = { joined: gather(namesOf(false)), left: gather(namesOf(true)) }
      moved.clear()
      setSaid((before) => (before.joined || before.left || news.joined || news.left ? news : before))
    }, GATHERED_FOR)
    room.on(RoomEvent.ParticipantConnected, onJoin)
    room.on(RoomEvent.ParticipantDisconnected, onLeave)
    return () => {
      clearInterval(timer)
      room.off(RoomEvent.ParticipantConnected, onJoin)
      room.off(RoomEvent.ParticipantDisconnected, onLeave)
    }
  }, [room])
  return said
}
