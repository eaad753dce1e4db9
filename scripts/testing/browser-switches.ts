/**
 * Chromium in tests and benchmarks: muted, without a GPU, with a fake camera and microphone. The CPU encodes the
 * video: eight frames a second allow five people to meet on two cores.
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
