import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const library = createRequire(import.meta.url).resolve('livekit-client')

/** livekit-client as a plain script. */
export function bareLibrary(): string {
  return readFileSync(library.replace(/[^/]+$/, 'livekit-client.umd.js'), 'utf8')
}

/** A page with livekit-client and a button: fetches a token, connects, shows the first remote picture. */
export function barePage(session: string): string {
  return `<!doctype html><title>Bare</title><script src="/bare-livekit.js"></script>
<button disabled>Join class</button><video autoplay muted playsinline></video>
<script>
const button = document.querySelector('button')
const video = document.querySelector('video')
button.onclick = async () => {
  performance.mark('room:join-click')
  const answer = await fetch('/api/v1/admin/sessions/${session}/livekit-token', { method: 'POST' })
  const { data } = await answer.json()
  const room = new LivekitClient.Room({ adaptiveStream: true, dynacast: true })
  room.on('trackSubscribed', (track) => {
    if (track.kind !== 'video') return
    track.attach(video)
    video.requestVideoFrameCallback(() => performance.mark('room:first-frame'))
  })
  await room.connect(data.url, data.token)
}
button.disabled = false
</script>`
}
