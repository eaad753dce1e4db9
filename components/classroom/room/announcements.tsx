import { type Participant, RoomEvent } from 'livekit-client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { gather } from './gather.ts'
import { useRoom } from './room-context.ts'

const GATHERED_FOR = 10_000

/** For people who do not see it: who came and went, gathered, and whether one is heard. */
export function Announcements({ talking }: { talking: boolean }) {
  const t = useTranslations('room.announce')
  const { joined, left } = useComings()
  return (
    <div aria-live="polite" className="sr-only">
      {joined ? <p>{t('joined', joined)}</p> : null}
      {left ? <p>{t('left', left)}</p> : null}
      {talking ? <p>{t('talking')}</p> : null}
    </div>
  )
}

type Gathered = ReturnType<typeof gather>

/** Who came and who went, said once every 10 s. */
function useComings(): { joined: Gathered; left: Gathered } {
  const room = useRoom()
  const [said, setSaid] = useState<{ joined: Gathered; left: Gathered }>({ joined: null, left: null })
  useEffect(() => {
    let joined: string[] = []
    let left: string[] = []
    const onJoin = (person: Participant) => joined.push(person.name || person.identity)
    const onLeave = (person: Participant) => left.push(person.name || person.identity)
    const timer = setInterval(() => {
      setSaid((before) => {
        const nothing = !before.joined && !before.left && joined.length === 0 && left.length === 0
        return nothing ? before : { joined: gather(joined), left: gather(left) }
      })
      joined = []
      left = []
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
