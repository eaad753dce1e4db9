import { useState } from 'react'
import type { KeptTracks } from '#components/classroom/media/kept-tracks.ts'
import { rememberChoices, rememberedChoices } from '#components/classroom/media/remembered.ts'
import { useToldAttempt } from '#components/classroom/ui/use-told-attempt.ts'

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
