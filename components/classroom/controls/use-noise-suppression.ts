import { useState } from 'react'
import { rememberChoices, rememberedChoices } from '#components/classroom/devices/remembered.ts'
import type { KeptTracks } from '#components/classroom/room/kept-tracks.ts'
import { useToldAttempt } from './use-told-attempt.ts'

/** Whether the browser keeps noise out of one's microphone, such as keys and fans; music needs it off. */
export function useNoiseSuppression(own: KeptTracks) {
  const [isSuppressed, setSuppressed] = useState(() => rememberedChoices().noiseSuppression)
  const attempt = useToldAttempt()
  return {
    isSuppressed,
    toggle() {
      const noiseSuppression = !isSuppressed
      rememberChoices({ noiseSuppression })
      setSuppressed(noiseSuppression)
      attempt(own.suppressNoise(noiseSuppression))
    },
  }
}
