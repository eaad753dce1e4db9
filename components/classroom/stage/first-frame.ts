const { promise, resolve } = Promise.withResolvers<void>()
let seen = false

/** Settles with the first frame of anybody else's picture on this page. */
export const firstFrame: Promise<void> = promise

/** Watches for that frame, and marks it for `npm run bench -- join`. */
export function markFirstFrame(video: HTMLVideoElement) {
  if (seen || !('requestVideoFrameCallback' in video)) return
  video.requestVideoFrameCallback(() => {
    if (seen) return
    seen = true
    performance.mark('room:first-frame')
    resolve()
  })
}
