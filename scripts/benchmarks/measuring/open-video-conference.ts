import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import type { SessionId } from '#lib/kernel/ids.ts'

const entry = fileURLToPath(new URL('./video-conference.tsx', import.meta.url))
const styles = fileURLToPath(import.meta.resolve('@livekit/components-styles'))

/** Next to its chat it fits four rows of four, as our room does; slightly wider, it would fit five. */
const WIDTH = 1480

/** The script of `openVideoConference`, bundled for production. */
export async function bundleVideoConference(): Promise<string> {
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false })
  await bundle.close()
  return output[0].code
}

/**
 * Opens a page with only the prefab `VideoConference` of components-react, connected to the session's room and with
 * its chat open. It replaces a response of the application, so that the origin is the same.
 */
export async function openVideoConference(page: Page, session: SessionId, script: string): Promise<void> {
  await page.goto('/api/health/live')
  const token = `/api/v1/admin/sessions/${session}/livekit-token`
  await page.setContent(
    `<body style="margin: 0"><main style="width: ${WIDTH}px; height: 100dvh" data-token="${token}"></main>`,
  )
  await page.addStyleTag({ path: styles })
  await page.addScriptTag({ type: 'module', content: script })
  await page.getByRole('button', { name: 'Chat' }).click()
}
