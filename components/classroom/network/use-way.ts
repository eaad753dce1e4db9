import { type Room, Track } from 'livekit-client'
import { useEffect, useState } from 'react'
import { useRoom } from '#components/classroom/livekit/room-context.ts'
import { type Counted, type MeasuredWay, type MediaStatistic, readWay } from './way.ts'

const EVERY_MS = 2_000

/** How the class reaches one, read anew every 2 s while it is shown. */
export function useWay(): MeasuredWay | null {
  const room = useRoom()
  const [way, setWay] = useState<MeasuredWay | null>(null)
  useEffect(() => {
    let counted: Counted | null = null
    let gone = false
    async function read() {
      const found = readWay(await readStatistics(room), counted)
      counted = found.counted
      if (!gone) setWay(found.way)
    }
    void read()
    const timer = setInterval(() => void read(), EVERY_MS)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [room])
  return way
}

/** Every track's report names the pair of candidates that it goes by; those received count what was lost, too. */
async function readStatistics(room: Room): Promise<MediaStatistic[]> {
  const publications = [room.localParticipant, ...room.remoteParticipants.values()]
    .flatMap((person) => [...person.trackPublications.values()])
    .filter(({ kind }) => kind !== Track.Kind.Unknown)
  const reports = await Promise.all(
    publications.map(({ track }) => track?.getRTCStatsReport().catch(nothing)),
  )
  const all = new Map<string, MediaStatistic>()
  for (const report of reports) {
    report?.forEach((entry: MediaStatistic, id: string) => {
      all.set(id, entry)
    })
  }
  return [...all.values()]
}

/** A track that went meanwhile. */
function nothing() {
  return undefined
}
