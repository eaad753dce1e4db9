import type { Room } from 'livekit-client'

const { promise, resolve } = Promise.withResolvers<void>()
let seen = false

/** The longest wait for the first remote picture, in ms. */
const WAITS_FOR_MS = 600

/** Settles with the first remote picture, or after 600 ms; at once where the room has no picture. */
export function waitForFirstFrame(room: Room): Promise<void> {
  const hasPictures = [...room.remoteParticipants.values()].some(
    (person) => person.videoTrackPublications.size > 0,
  )
  const timeout = new Promise<void>((give) => setTimeout(give, hasPictures ? WAITS_FOR_MS : 0))
  return Promise.race([promise, timeout])
}

/** Watches for the first frame of the first remote picture. */
export function watchFirstFrame(video: HTMLVideoElement) {
  if (seen || !('requestVideoFrameCallback' in video)) return
  performance.mark('room:attached')
  video.requestVideoFrameCallback(() => {
    if (seen) return
    seen = true
    performance.mark('room:first-frame')
    resolve()
  })
}
