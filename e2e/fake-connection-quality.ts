import type { Page, WebSocketRoute } from '@playwright/test'

const CONNECTION_QUALITY = 12
const POOR = 0
const EXCELLENT = 2

/**
 * Reports a page's connection quality in place of LiveKit, because tests cannot produce a bad connection. Messages
 * follow LiveKit's protocol: SignalResponse.connection_quality.updates.{participant_sid, quality}.
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

/** A protobuf bytes field shorter than 128 bytes. */
function field(number: number, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag(number), bytes.length]), bytes])
}

function tag(number: number): number {
  return (number << 3) | 2
}
