import type { Room } from 'livekit-client'

const { promise, resolve } = Promise.withResolvers<void>()
let seen = false
const watched = new WeakSet<HTMLVideoElement>()

/** Maximum wait for the first remote video frame, in ms. */
const WAITS_FOR_MS = 600

/** Resolves with the first remote video frame, or after 600 ms; at once if the room has no video. */
export function waitForFirstFrame(room: Room): Promise<void> {
  const hasPictures = [...room.remoteParticipants.values()].some(
    (person) => person.videoTrackPublications.size > 0,
  )
  const timeout = new Promise<void>((give) => setTimeout(give, hasPictures ? WAITS_FOR_MS : 0))
  return Promise.race([promise, timeout])
}

/** Watches for the first frame of the first remote video. Idempotent. */
export function watchFirstFrame(video: HTMLVideoElement) {
  if (seen || watched.has(video) || !('requestVideoFrameCallback' in video)) return
  watched.add(video)
  performance.mark('room:attached')
  video.requestVideoFrameCallback(() => {
    if (seen) return
    seen = true
    performance.mark('room:first-frame')
    resolve()
  })
}
