'use client'

import { Info } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import type { ImportPreview } from '#lib/classes/import/api.ts'
import type { Progress } from './use-run.ts'

type RunningCardProps = {
  title: string
  faults: 'skip' | 'refuse'
  counts: ImportPreview['counts']
  progress: Progress
  onStop: () => void
}

/** The progress of an import, and a button that stops it. */
export function RunningCard({ title, faults, counts, progress, onStop }: RunningCardProps) {
  const t = useTranslations('classImport.running')
  const { checked, enrolled, elapsed } = progress
  const done = checked + enrolled
  const all = counts.rows + counts.ready
  const seconds = done > 0 ? Math.ceil((elapsed * (all - done)) / done / 1000) : null
  return (
    <Card className="flex max-w-160 flex-col">
      <div className="flex flex-col gap-3.5 p-5">
        <div>
          <h2 className="text-h3 tabular-nums">{t('title', { count: counts.ready })}</h2>
          <p className="text-sm text-text-2">{t(`how.${faults}`, { title })}</p>
        </div>
        <progress
          aria-label={t('bar')}
          max={all}
          value={done}
          className="h-2.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-text [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-text"
        />
        <p className="flex justify-between gap-4 text-sm text-text-2 tabular-nums">
          <span>
            {enrolled > 0
              ? t('done', { done: enrolled, rows: counts.ready })
              : t('checking', { done: checked, rows: counts.rows })}
          </span>
          <span>{seconds === null ? null : t('left', { seconds })}</span>
        </p>
        <p className="flex gap-3 rounded-[12px] bg-canvas px-4 py-3">
          <Info className="mt-0.5 size-4.5 flex-none stroke-[1.75] text-text-2" />
          {t('stay')}
        </p>
      </div>
      <div className="flex justify-end border-t px-5 py-3.5">
        <Button onClick={onStop}>{t('stop')}</Button>
      </div>
    </Card>
  )
}
