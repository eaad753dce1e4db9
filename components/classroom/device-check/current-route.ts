import type { Room } from 'livekit-client'
import {
  type SelectedRoute,
  type Statistic,
  selectedRoute,
} from '#components/classroom/livekit/selected-route.ts'

/** A connection may start on a slower route and change to a better one as soon as it is found. In ms. */
const SETTLES_WITHIN_MS = 2_000
const LOOKS_EVERY_MS = 100

/** The route in use once it is the best one (udp), or when the time is up. */
export async function bestRoute(room: Room): Promise<SelectedRoute | null> {
  const until = performance.now() + SETTLES_WITHIN_MS
  for (;;) {
    const found = await currentRoute(room)
    if (found?.route === 'udp' || performance.now() > until) return found
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS))
  }
}

/** The route in use now. */
export async function currentRoute({ engine }: Room): Promise<SelectedRoute | null> {
  for (const transport of [engine.pcManager?.publisher, engine.pcManager?.subscriber]) {
    const report = await transport?.getStats()
    const statistics: Statistic[] = []
    report?.forEach((statistic) => {
      statistics.push(statistic)
    })
    const found = selectedRoute(statistics)
    if (found) return found
  }
  return null
}
