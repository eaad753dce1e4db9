import type { Page, WebSocketRoute } from '@playwright/test'

const CONNECTION_QUALITY = 12
const POOR = 0
const EXCELLENT = 2

/**
 * Says in LiveKit's place how good the connection of a page is, for a bad one cannot be had here. Messages are those
 * of LiveKit's protocol: SignalResponse.connection_quality.updates.{participant_sid, quality}.
 */
export async function fakeConnectionQuality(page: Page) {
  let socket: WebSocketRoute | null = null
  let isSaid = false
  await page.routeWebSocket(/\/rtc/, (route) => {
    socket = route
    const server = route.connectToServer()
    server.onMessage((message) => {
      const isMeasured = typeof message !== 'string' && message[0] === tag(CONNECTION_QUALITY)
      if (!isSaid || !isMeasured) route.send(message)
    })
  })
  const say = (quality: number) => (participantSid: string) => {
    isSaid = true
    const sid = Buffer.from(participantSid)
    const info = Buffer.concat([field(1, sid), Buffer.from([2 << 3, quality])])
    socket?.send(field(CONNECTION_QUALITY, field(1, info)))
  }
  return { isWeak: say(POOR), isGood: say(EXCELLENT) }
}

/** A field of bytes, shorter than 128, in protobuf's encoding. */
function field(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag(number), bytes.length]), bytes])
}

function tag(number: number): number {
  return (number << 3) | 2
}
