/** The number of lit bars for a loudness (root mean square, 0 to 1); speech at arm's length lights most of them. */
export function litBars(loudness: number, bars: number): number {
  if (loudness <= 0) return 0
  const decibels = 20 * Math.log10(loudness)
  const share = (decibels + 55) / 40
  return Math.max(0, Math.min(bars, Math.round(share * bars)))
}

const GESTURES = ['pointerdown', 'keydown']

/** Calls `onLoudness` with the track's loudness about ten times a second, until the returned function is called. */
export function watchLoudness(track: MediaStreamTrack, onLoudness: (loudness: number) => void): () => void {
  const audio = new AudioContext()
  const analyser = audio.createAnalyser()
  analyser.fftSize = 1024
  audio.createMediaStreamSource(new MediaStream([track])).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    const squares = samples.reduce((sum, sample) => sum + sample * sample, 0)
    onLoudness(Math.sqrt(squares / samples.length))
  }, 100)
  // Without a user gesture, browsers suspend it until the first press.
  const wake = () => audio.resume()
  for (const gesture of GESTURES) addEventListener(gesture, wake)
  return () => {
    clearInterval(timer)
    for (const gesture of GESTURES) removeEventListener(gesture, wake)
    audio.close()
  }
}
