let seen = false

/** Marks the first frame of anybody else's picture, for `npm run bench -- join`. */
export function markFirstFrame(video: HTMLVideoElement) {
  if (seen || !('requestVideoFrameCallback' in video)) return
  video.requestVideoFrameCallback(() => {
    if (seen) return
    seen = true
    performance.mark('room:first-frame')
  })
}
