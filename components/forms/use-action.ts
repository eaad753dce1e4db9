'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition } from 'react'
import type { EditConflict } from '#lib/api/edit-conflict.ts'
import type { ActionResult } from '#lib/http/action-result.ts'
import type { AmbiguousTime, Collision } from '#lib/kernel/refusal.ts'

export type Action<T, Input extends object = object> = (input: Input) => Promise<ActionResult<T>>

export type Failure = {
  message: string
  fields?: Record<string, string>
  collisions?: Collision[]
  questions?: AmbiguousTime[]
  editConflict?: EditConflict
}

/**
 * Runs a Server Action: whether it is running, its failure, and a function that retries it with added input. Afterwards
 * the page's server part is rendered again. Needs the texts of `admin`.
 */
export function useAction<T, Input extends object>(action: Action<T, Input>, onDone: (data: T) => void) {
  const t = useTranslations('common.form')
  const router = useRouter()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, startTransition] = useTransition()
  const lastInput = useRef<Input>(null)

  function run(input: Input) {
    lastInput.current = input
    startTransition(async () => {
      const result = await action(input).catch((): { ok: false } & Failure => ({
        ok: false,
        message: t('noAnswer'),
      }))
      if (!result.ok) return setFailure(result)
      setFailure(null)
      onDone(result.data)
      router.refresh()
    })
  }

  function again(added: Partial<Input>) {
    if (lastInput.current) run({ ...lastInput.current, ...added })
  }

  return { run, again, busy, failure, forget: () => setFailure(null) }
}
