import { useRoomContext } from '@livekit/components-react'
import { type Room, Track } from 'livekit-client'
import { useEffect, useState } from 'react'
import { type MeasuredRoute, type MediaStatistic, measureRoute, type PacketCounts } from './measure-route.ts'

const EVERY_MS = 2_000

/** Network route to the class, measured every 2 s while it is shown. */
export function useNetworkRoute(): MeasuredRoute | null {
  const room = useRoomContext()
  const [route, setRoute] = useState<MeasuredRoute | null>(null)
  useEffect(() => {
    let counts: PacketCounts | null = null
    let gone = false
    async function read() {
      const found = measureRoute(await readStatistics(room), counts)
      counts = found.counts
      if (!gone) setRoute(found.route)
    }
    void read()
    const timer = setInterval(() => void read(), EVERY_MS)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [room])
  return route
}

/**
 * Statistics of all tracks. Each report names its candidate pair; reports of received tracks also count lost
 * packets.
 */
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

/** The track ended before its report was read. */
function nothing() {
  return undefined
}
