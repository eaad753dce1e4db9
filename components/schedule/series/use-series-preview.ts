import { useEffect, useState } from 'react'
import { TYPING_PAUSE_MS } from '#components/forms/typing-pause.ts'
import type { Action } from '#components/forms/use-action.ts'
import type { SeriesPreview } from '#lib/sessions/series/api.ts'
import { type SeriesDraft, seriesInput } from './series-draft.ts'

export type ShownPreview = {
  preview: SeriesPreview | null
  /** The dates belong to an earlier state of the form. */
  stale: boolean
  message: string | null
  faults: Record<string, string>
}

/** The dates of the draft, computed by the server shortly after the last change. */
export function useSeriesPreview(draft: SeriesDraft, action: Action<SeriesPreview>): ShownPreview {
  const [shown, setShown] = useState<ShownPreview>({ preview: null, stale: false, message: null, faults: {} })
  const input = JSON.stringify(seriesInput(draft))

  useEffect(() => {
    const asked = JSON.parse(input)
    if (!asked) return setShown({ preview: null, stale: false, message: null, faults: {} })
    let current = true
    setShown((before) => ({ ...before, stale: true }))
    const timer = setTimeout(async () => {
      const result = await action(asked).catch(() => null)
      if (!current) return
      if (result?.ok) return setShown({ preview: result.data, stale: false, message: null, faults: {} })
      setShown({
        preview: null,
        stale: false,
        message: result?.message ?? null,
        faults: result?.fields ?? {},
      })
    }, TYPING_PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [input, action])

  return shown
}
