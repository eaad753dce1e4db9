import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const library = createRequire(import.meta.url).resolve('livekit-client')

/**
 * Opens a page with only livekit-client and a button: it fetches a token, connects, and shows the first remote
 * picture. It replaces a response of the application, so that the origin is the same.
 * With `camera`, it shows the local camera before the click, as a preview does.
 */
export async function openBarePage(page: Page, session: string, { camera = false } = {}): Promise<void> {
  await page.goto('/api/health/live')
  await page.setContent(
    '<button disabled>Join class</button><video autoplay muted playsinline></video><video autoplay muted playsinline></video>',
  )
  await page.addScriptTag({
    content: readFileSync(library.replace(/[^/]+$/, 'livekit-client.umd.js'), 'utf8'),
  })
  await page.addScriptTag({ content: joining(session) })
  if (camera) await page.evaluate(showOwnCamera)
}

async function showOwnCamera(): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1280 }, height: { ideal: 720 } },
    audio: true,
  })
  const own = document.querySelectorAll('video')[1]
  if (own) own.srcObject = stream
}

function joining(session: string): string {
  return `
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
    performance.mark('room:attached')
    video.requestVideoFrameCallback(() => performance.mark('room:first-frame'))
  })
  room.on('connected', () => performance.mark('room:connected'))
  performance.mark('room:connect')
  await room.connect(data.url, data.token)
}
button.disabled = false`
}
