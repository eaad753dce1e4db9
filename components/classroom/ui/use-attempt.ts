import { useCallback, useState } from 'react'

/** A request to our server, whether it is in progress, and its failure. */
export function useAttempt<Params extends unknown[]>(action: (...params: Params) => Promise<void>) {
  const [state, setState] = useState<{ busy: boolean; failure: unknown }>({ busy: false, failure: null })

  const run = useCallback(
    async (...params: Params) => {
      setState({ busy: true, failure: null })
      const failure = await action(...params).then(
        () => null,
        (error: unknown) => error,
      )
      setState({ busy: false, failure })
    },
    [action],
  )

  return { ...state, run }
}
