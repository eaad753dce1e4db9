'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiFailure } from '#lib/api/client.ts'
import type { ImportPreview } from '#lib/classes/import/api.ts'
import { previewImport, type ReadOptions } from './import-api.ts'

type CheckRequest = { content: Blob | string; reading: ReadOptions | null; sheet?: number }

/** Previews the import. A new check cancels the one before it; the last result stays until the next one arrives. */
export function useCheck(classId: string) {
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [busy, setBusy] = useState(false)
  const asking = useRef<AbortController>(null)

  const check = useCallback(
    async ({ content, reading, sheet }: CheckRequest): Promise<ImportPreview | null> => {
      asking.current?.abort()
      const asked = new AbortController()
      asking.current = asked
      setBusy(true)
      try {
        const answer = await previewImport({
          classId,
          content,
          readOptions: reading,
          sheet,
          signal: asked.signal,
        })
        if (asked.signal.aborted) return null
        setPreview(answer)
        setFailure(null)
        return answer
      } catch (error) {
        if (asked.signal.aborted) return null
        if (!(error instanceof ApiFailure)) throw error
        setFailure(error)
        return null
      } finally {
        if (asking.current === asked) setBusy(false)
      }
    },
    [classId],
  )

  const clear = useCallback(() => {
    asking.current?.abort()
    setPreview(null)
    setFailure(null)
    setBusy(false)
  }, [])

  useEffect(() => () => asking.current?.abort(), [])
  return { preview, failure, busy, check, clear }
}
