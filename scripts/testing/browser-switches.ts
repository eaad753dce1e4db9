/**
 * Chromium in tests and benchmarks: quiet, without a GPU, with a camera and a microphone that are made up. Pictures
 * are encoded by the processor: eight a second let five people meet on two cores.
 */
export const BROWSER_SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream=fps=8',
]
