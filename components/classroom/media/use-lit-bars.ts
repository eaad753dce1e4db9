import { useEffect, useState } from 'react'
import { litBars, watchLoudness } from './audio-level.ts'

/** The number of bars that the microphone lights, and whether it gave any sound so far. */
export function useLitBars(track: MediaStreamTrack | null, bars: number): { lit: number; heard: boolean } {
  const [lit, setLit] = useState(0)
  const [heard, setHeard] = useState(false)
  useEffect(() => {
    setLit(0)
    setHeard(false)
    if (!track) return
    return watchLoudness(track, (loudness) => {
      const now = litBars(loudness, bars)
      setLit(now)
      if (now > 1) setHeard(true)
    })
  }, [track, bars])
  return { lit, heard }
}
