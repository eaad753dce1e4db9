'use client'

import { FileSpreadsheet } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { Textarea } from '#components/ui/input.tsx'
import { toTable } from './parse-pasted.ts'
import type { Source } from './use-row-fixes.ts'

/** File extensions and MIME types: some systems know no MIME type for these files. */
const ACCEPTED =
  '.csv,.xlsx,.txt,.tsv,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type ChooseFileProps = { onChoose: (source: Source) => void }

/** Lets the user choose or drop a file, or paste addresses. */
export function ChooseFile({ onChoose }: ChooseFileProps) {
  const t = useTranslations('classImport.choose')
  const [pasted, setPasted] = useState('')
  const field = useRef<HTMLInputElement>(null)

  function take() {
    const file = field.current?.files?.[0]
    if (file) onChoose({ name: file.name, content: file })
  }

  // The user may have chosen a file before hydration.
  const takeAtFirst = useEffectEvent(take)
  useEffect(() => takeAtFirst(), [])

  return (
    <Card className="flex max-w-160 flex-col gap-5 p-5 sm:p-6">
      <h2 className="text-h3">{t('title')}</h2>
      <label className="relative flex flex-col items-center gap-1.5 rounded-[12px] border border-dashed border-control bg-canvas px-4 py-8 text-center hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
        <FileSpreadsheet className="size-7 stroke-[1.5] text-text-2" />
        <span className="font-[550]">{t('file')}</span>
        <span className="text-sm text-text-2">{t('hint')}</span>
        {/* The input covers the whole field, so that a file can be dropped on it. */}
        <input
          ref={field}
          type="file"
          accept={ACCEPTED}
          className="absolute inset-0 cursor-pointer opacity-0"
          onChange={take}
        />
      </label>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          onChoose({ name: null, content: toTable(pasted).text })
        }}
      >
        <Field label={t('paste')} hint={t('pasteHint')}>
          {(control) => (
            <Textarea
              {...control}
              rows={5}
              spellCheck={false}
              autoComplete="off"
              value={pasted}
              onChange={(event) => setPasted(event.target.value)}
            />
          )}
        </Field>
        <div className="flex items-center justify-between gap-4">
          <p className="text-sm text-text-2">{t('nothing')}</p>
          <Button type="submit" variant={pasted ? 'primary' : 'secondary'} disabled={pasted.trim() === ''}>
            {t('check')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
