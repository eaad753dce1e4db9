import { useCallback, useState } from 'react'

/** Something that is asked of our server: whether it is under way, and what came in its way. */
export function useAttempt<Asked extends unknown[]>(ask: (...asked: Asked) => Promise<void>) {
  const [state, setState] = useState<{ busy: boolean; failure: unknown }>({ busy: false, failure: null })

  const run = useCallback(
    async (...asked: Asked) => {
      setState({ busy: true, failure: null })
      const failure = await ask(...asked).then(
        () => null,
        (error: unknown) => error,
      )
      setState({ busy: false, failure })
    },
    [ask],
  )

  return { ...state, run }
}
