import { Room, type RoomConnectOptions, RoomEvent } from 'livekit-client'
import type { FoundNetwork, RouteOutcome } from '#lib/device-check/policy.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import { currentWay, settledWay } from './current-way.ts'
import { noteOffers, type Offered, unopened } from './offers.ts'

const PATIENCE = { websocketTimeout: 8_000, peerConnectionTimeout: 8_000, maxRetries: 0 }
const COMES_BACK_WITHIN = 15_000

/**
 * Finds out by which ways LiveKit can be reached from here, with connections of their own that send nothing.
 * Addresses are seen by this page alone, and left here.
 * @throws what `requestToken` throws
 */
export async function probeNetwork(requestToken: () => Promise<RoomToken>): Promise<FoundNetwork> {
  const [straightPass, relayPass] = await Promise.all([requestToken(), requestToken()])
  const [straight, relay] = await Promise.all([tryStraight(straightPass), tryRelay(relayPass)])
  const { udp, tcp } = straight.ways
  return { ways: { udp, tcp, relay: relay.way }, roundTripMs: straight.roundTripMs ?? relay.roundTripMs }
}

/** As a class would connect, and once more with LiveKit keeping to TCP. */
async function tryStraight(pass: RoomToken) {
  const room = quietRoom()
  const offered = noteOffers(room)
  try {
    const first = (await connects(room, pass)) ? await settledWay(room) : null
    const udp = first?.way === 'udp' ? 'open' : unopened(offered, 'udp')
    const tcp = first?.way === 'tcp' ? 'open' : first ? await tryTcp(room, offered) : unopened(offered, 'tcp')
    const roundTripMs = first && first.way !== 'relay' ? first.roundTripMs : null
    return { ways: { udp, tcp }, roundTripMs }
  } finally {
    await room.disconnect()
  }
}

async function tryTcp(room: Room, offered: Offered): Promise<RouteOutcome> {
  if (!offered.ways.has('tcp')) return 'not_offered'
  const back = comesBack(room)
  await room.simulateScenario('force-tcp')
  return (await back) && (await currentWay(room))?.way === 'tcp' ? 'open' : 'blocked'
}

async function tryRelay(pass: RoomToken): Promise<{ way: RouteOutcome; roundTripMs: number | null }> {
  const room = quietRoom()
  const offered = noteOffers(room, () => {
    // Without one there is nothing to wait for; at this very moment livekit-client does not take a disconnect.
    if (!offered.ways.has('relay')) setTimeout(() => void room.disconnect())
  })
  try {
    const isIn = await connects(room, pass, { rtcConfig: { iceTransportPolicy: 'relay' } })
    const found = isIn ? await currentWay(room) : null
    return found?.way === 'relay'
      ? { way: 'open', roundTripMs: found.roundTripMs }
      : { way: unopened(offered, 'relay'), roundTripMs: null }
  } finally {
    await room.disconnect()
  }
}

function quietRoom(): Room {
  return new Room({
    reconnectPolicy: { nextRetryDelayInMs: ({ retryCount }) => (retryCount < 1 ? 0 : null) },
  })
}

async function connects(
  room: Room,
  { url, token }: RoomToken,
  options?: RoomConnectOptions,
): Promise<boolean> {
  return room.connect(url, token, { ...PATIENCE, ...options }).then(
    () => true,
    () => false,
  )
}

function comesBack(room: Room): Promise<boolean> {
  return new Promise((resolve) => {
    room.once(RoomEvent.Reconnected, () => resolve(true))
    room.once(RoomEvent.Disconnected, () => resolve(false))
    setTimeout(() => resolve(false), COMES_BACK_WITHIN)
  })
}
