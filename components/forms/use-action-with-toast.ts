'use client'

import { useEffect } from 'react'
import { useToast } from '#components/ui/toast.tsx'
import { type Action, useAction } from './use-action.ts'

/** Runs a Server Action that has no form; a toast shows its failure. */
export function useActionWithToast<T, Input extends object>(
  action: Action<T, Input>,
  onDone: (data: T) => void,
) {
  const toast = useToast()
  const { run, busy, failure } = useAction(action, onDone)

  useEffect(() => {
    if (failure) toast({ tone: 'failure', text: failure.message })
  }, [failure, toast])

  return { run, busy }
}
