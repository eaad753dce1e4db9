import type { Locator, Page } from '@playwright/test'

type KeptConnections = { peerConnections: RTCPeerConnection[] }

/** Keeps references to the page's peer connections for inspection. Call before the page opens. */
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

/** Number of video frames received so far, of all tracks or of one. */
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

/** The id of the track that a video element plays. */
export function trackOf(picture: Locator): Promise<string | undefined> {
  return picture.evaluate((video) =>
    video instanceof HTMLVideoElement && video.srcObject instanceof MediaStream
      ? video.srcObject.getVideoTracks()[0]?.id
      : undefined,
  )
}

/** Total audio energy received so far, over all tracks; silence adds none. */
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

/** Number of audio tracks that the page plays. */
export function voicesPlayed(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('audio')].filter(
        ({ paused, muted, volume, srcObject }) =>
          !paused && !muted && volume > 0 && srcObject instanceof MediaStream && srcObject.active,
      ).length,
  )
}

/** Width of the widest video sent, before encoding. */
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

/** The live microphone track that the page sends. */
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

/** Ends the microphone track, as a browser does when a headset is unplugged. */
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
