import type { Page } from '@playwright/test'

type Kept = { peerConnections: RTCPeerConnection[] }

/** Keeps the page's peer connections, so that what it sends and gets can be looked at. Before the page is opened. */
export async function keepPeerConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Original = window.RTCPeerConnection
    const peerConnections: RTCPeerConnection[] = []
    Object.assign(window, {
      peerConnections,
      RTCPeerConnection: class extends Original {
        constructor(configuration?: RTCConfiguration) {
          super(configuration)
          peerConnections.push(this)
        }
      },
    })
  })
}

/** How many frames of all pictures arrived so far. */
export function framesReceived(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { peerConnections } = window as unknown as Kept
    const reports = await Promise.all(peerConnections.map((connection) => connection.getStats()))
    return reports
      .flatMap((report) => [...report.values()])
      .reduce((sum, { framesReceived = 0 }) => sum + framesReceived, 0)
  })
}

/** The microphone that is sent and live. */
export function sentVoice(
  page: Page,
): Promise<{ id: string; noiseSuppression: boolean | undefined } | undefined> {
  return page.evaluate(() => {
    const { peerConnections } = window as unknown as Kept
    const track = peerConnections
      .flatMap((connection) => connection.getSenders())
      .find((sender) => sender.track?.kind === 'audio' && sender.track.readyState === 'live')?.track
    return track ? { id: track.id, noiseSuppression: track.getSettings().noiseSuppression } : undefined
  })
}

/** Does what a browser does with the microphone of a headset that is pulled out. */
export function pullOutHeadset(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { peerConnections } = window as unknown as Kept
    for (const { track } of peerConnections.flatMap((connection) => connection.getSenders())) {
      if (track?.kind !== 'audio') continue
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  })
}
