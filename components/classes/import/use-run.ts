'use client'

import { useEffect, useRef, useState } from 'react'
import { ApiFailure } from '#lib/api/client.ts'
import type { ImportProgress, ImportResult } from '#lib/classes/import/api.ts'
import { type ImportOptions, type ReadOptions, runImport } from './import-api.ts'

type RunRequest = { content: Blob | string; reading: ReadOptions; options: ImportOptions }

export type Progress = ImportProgress & {
  /** Time since the start, in ms. */
  elapsed: number
}

/** Runs an import: progress, result, and a way to stop it. */
export function useRun(classId: string) {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [result, setResult] = useState<ImportResult | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [stopped, setStopped] = useState(false)
  const running = useRef<AbortController>(null)

  async function run({ content, reading, options }: RunRequest): Promise<void> {
    const stopping = new AbortController()
    running.current = stopping
    const begun = performance.now()
    setProgress({ checked: 0, enrolled: 0, elapsed: 0 })
    setFailure(null)
    setStopped(false)
    try {
      const onProgress = (told: ImportProgress) =>
        setProgress({ ...told, elapsed: performance.now() - begun })
      setResult(
        await runImport({
          classId,
          content,
          readOptions: reading,
          options,
          onProgress,
          signal: stopping.signal,
        }),
      )
    } catch (error) {
      if (stopping.signal.aborted) return setStopped(true)
      if (!(error instanceof ApiFailure)) throw error
      setFailure(error)
    } finally {
      setProgress(null)
    }
  }

  useEffect(() => () => running.current?.abort(), [])
  return {
    progress,
    result,
    failure,
    stopped,
    run,
    stop: () => running.current?.abort(),
    clear() {
      setFailure(null)
      setStopped(false)
      setResult(null)
    },
  }
}
