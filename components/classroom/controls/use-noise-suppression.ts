import { useState } from 'react'
import type { LocalTracks } from '#components/classroom/media/local-tracks.ts'
import { rememberChoices, rememberedChoices } from '#components/classroom/media/remembered.ts'
import { useToastOnFailure } from '#components/classroom/ui/use-toast-on-failure.ts'

/** Whether the browser filters noise such as keys and fans from the microphone. Music needs it off. */
export function useNoiseSuppression(localTracks: LocalTracks) {
  const [isSuppressed, setSuppressed] = useState(() => rememberedChoices().noiseSuppression)
  const attempt = useToastOnFailure()
  return {
    isSuppressed,
    toggle() {
      const noiseSuppression = !isSuppressed
      rememberChoices({ noiseSuppression })
      setSuppressed(noiseSuppression)
      attempt(localTracks.suppressNoise(noiseSuppression))
    },
  }
}
