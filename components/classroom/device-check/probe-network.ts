import { Room, type RoomConnectOptions, RoomEvent } from 'livekit-client'
import type { NetworkOutcome, RouteOutcome } from '#lib/device-check/policy.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import { bestRoute, currentRoute } from './current-route.ts'
import { closedRouteOutcome, type OfferedRoutes, watchOfferedRoutes } from './offered-routes.ts'

const PATIENCE = { websocketTimeout: 8_000, peerConnectionTimeout: 8_000, maxRetries: 0 }
const COMES_BACK_WITHIN_MS = 15_000

/**
 * Finds the routes by which LiveKit can be reached, with separate connections that send no media.
 * Addresses are seen only by this page, and do not leave it.
 * @throws the errors of `requestToken`
 */
export async function probeNetwork(requestToken: () => Promise<RoomToken>): Promise<NetworkOutcome> {
  const [directToken, relayToken] = await Promise.all([requestToken(), requestToken()])
  const [direct, relay] = await Promise.all([probeDirect(directToken), probeRelay(relayToken)])
  const { udp, tcp } = direct.ways
  return { routes: { udp, tcp, relay: relay.way }, roundTripMs: direct.roundTripMs ?? relay.roundTripMs }
}

/** Connects as a class would, and once more with LiveKit forced to TCP. */
async function probeDirect(token: RoomToken) {
  const room = createProbeRoom()
  const offered = watchOfferedRoutes(room)
  try {
    const first = (await tryConnect(room, token)) ? await bestRoute(room) : null
    const udp = first?.route === 'udp' ? 'open' : closedRouteOutcome(offered, 'udp')
    const tcp =
      first?.route === 'tcp'
        ? 'open'
        : first
          ? await probeTcp(room, offered)
          : closedRouteOutcome(offered, 'tcp')
    const roundTripMs = first && first.route !== 'relay' ? first.roundTripMs : null
    return { ways: { udp, tcp }, roundTripMs }
  } finally {
    await room.disconnect()
  }
}

async function probeTcp(room: Room, offered: OfferedRoutes): Promise<RouteOutcome> {
  if (!offered.routes.has('tcp')) return 'not_offered'
  const reconnected = waitForReconnect(room)
  await room.simulateScenario('force-tcp')
  return (await reconnected) && (await currentRoute(room))?.route === 'tcp' ? 'open' : 'blocked'
}

async function probeRelay(token: RoomToken): Promise<{ way: RouteOutcome; roundTripMs: number | null }> {
  const room = createProbeRoom()
  const offered = watchOfferedRoutes(room, () => {
    // Without a relay there is nothing to wait for. During this event livekit-client does not accept a disconnect.
    if (!offered.routes.has('relay')) setTimeout(() => void room.disconnect())
  })
  try {
    const isIn = await tryConnect(room, token, { rtcConfig: { iceTransportPolicy: 'relay' } })
    const found = isIn ? await currentRoute(room) : null
    return found?.route === 'relay'
      ? { way: 'open', roundTripMs: found.roundTripMs }
      : { way: closedRouteOutcome(offered, 'relay'), roundTripMs: null }
  } finally {
    await room.disconnect()
  }
}

function createProbeRoom(): Room {
  return new Room({
    reconnectPolicy: { nextRetryDelayInMs: ({ retryCount }) => (retryCount < 1 ? 0 : null) },
  })
}

async function tryConnect(
  room: Room,
  { url, token }: RoomToken,
  options?: RoomConnectOptions,
): Promise<boolean> {
  return room.connect(url, token, { ...PATIENCE, ...options }).then(
    () => true,
    () => false,
  )
}

function waitForReconnect(room: Room): Promise<boolean> {
  return new Promise((resolve) => {
    room.once(RoomEvent.Reconnected, () => resolve(true))
    room.once(RoomEvent.Disconnected, () => resolve(false))
    setTimeout(() => resolve(false), COMES_BACK_WITHIN_MS)
  })
}
