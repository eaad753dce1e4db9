import type { Locator, Page } from '@playwright/test'

type KeptConnections = { peerConnections: RTCPeerConnection[] }

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

/** How many frames arrived so far: of all pictures, or of one. */
export function framesReceived(page: Page, track?: string): Promise<number> {
  return page.evaluate(async (track) => {
    const { peerConnections } = window as unknown as KeptConnections
    const reports = await Promise.all(peerConnections.map((connection) => connection.getStats()))
    return reports
      .flatMap((report) => [...report.values()])
      .filter(({ trackIdentifier }) => !track || trackIdentifier === track)
      .reduce((sum, { framesReceived = 0 }) => sum + framesReceived, 0)
  }, track)
}

/** The track that a picture plays. */
export function trackOf(picture: Locator): Promise<string | undefined> {
  return picture.evaluate((video) =>
    video instanceof HTMLVideoElement && video.srcObject instanceof MediaStream
      ? video.srcObject.getVideoTracks()[0]?.id
      : undefined,
  )
}

/** How much was heard of all voices so far, as an energy: of silence there is none. */
export function soundHeard(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { peerConnections } = window as unknown as KeptConnections
    const reports = await Promise.all(peerConnections.map((connection) => connection.getStats()))
    return reports
      .flatMap((report) => [...report.values()])
      .reduce(
        (sum, { type, totalAudioEnergy = 0 }) => (type === 'inbound-rtp' ? sum + totalAudioEnergy : sum),
        0,
      )
  })
}

/** How many voices the page plays. */
export function voicesPlayed(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('audio')].filter(
        ({ paused, muted, volume, srcObject }) =>
          !paused && !muted && volume > 0 && srcObject instanceof MediaStream && srcObject.active,
      ).length,
  )
}

/** The width of the widest picture that is sent, as it is before it is encoded. */
export function widestSent(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { peerConnections } = window as unknown as KeptConnections
    const tracks = peerConnections.flatMap((connection) => connection.getSenders()).map(({ track }) => track)
    return Math.max(
      0,
      ...tracks.map((track) => (track?.kind === 'video' ? track.getSettings().width : 0) ?? 0),
    )
  })
}

type SentVoice = { id: string; device: string; noiseSuppression: boolean | undefined }

/** The microphone that is sent and live. */
export function sentVoice(page: Page): Promise<SentVoice | undefined> {
  return page.evaluate(() => {
    const { peerConnections } = window as unknown as KeptConnections
    const track = peerConnections
      .flatMap((connection) => connection.getSenders())
      .find((sender) => sender.track?.kind === 'audio' && sender.track.readyState === 'live')?.track
    if (!track) return
    return { id: track.id, device: track.label, noiseSuppression: track.getSettings().noiseSuppression }
  })
}

/** Does what a browser does with the microphone of a headset that is pulled out. */
export function pullOutHeadset(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { peerConnections } = window as unknown as KeptConnections
    for (const { track } of peerConnections.flatMap((connection) => connection.getSenders())) {
      if (track?.kind !== 'audio') continue
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  })
}
