'use client'

import { MapPin, Monitor, Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Segment } from '#components/ui/segment.tsx'
import type { ImportOptions } from './import-api.ts'
import type { CheckedFile, RowFixes } from './use-row-fixes.ts'

type CheckFooterProps = { checked: CheckedFile; onEnrol: (options: ImportOptions) => void }

/** The seats of the new students, the people who will be notified, and the button that starts the import. */
export function CheckFooter({ checked: { preview, rowFixes: mending }, onEnrol }: CheckFooterProps) {
  const t = useTranslations('classImport.check')
  const [faults, setFaults] = useState<'skip' | 'refuse'>('skip')
  const { counts, seats } = preview
  const mustMend = faults === 'refuse' && counts.faulty > 0
  const { pressed, press } = useSubmitOnceFixed(mending, () => {
    if (faults === 'skip' || counts.faulty === 0) onEnrol({ faults })
  })
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3 border-t px-5 py-3.5">
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-text-2 tabular-nums [&_svg]:size-3.5">
        {seats.map(({ kind, requested, free }) => (
          <span key={kind} className="flex items-center gap-1.5">
            {kind === 'online' ? <Monitor /> : <MapPin />}
            {t(`seats.${kind}`, { asked: requested, free })}
          </span>
        ))}
        <span className="flex items-center gap-1.5">
          <Send />
          {t('notifies', { invited: counts.new, told: counts.known })}
        </span>
      </p>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-2.5">
        {mustMend ? <p className="text-sm text-text-2">{t('fixAll', { count: counts.faulty })}</p> : null}
        {counts.faulty > 0 ? (
          <Segment
            label={t('faults')}
            name="faults"
            value={faults}
            onChange={setFaults}
            choices={[
              { value: 'skip', label: t('skip') },
              { value: 'refuse', label: t('refuse') },
            ]}
          />
        ) : null}
        <Button
          variant="primary"
          busy={pressed}
          busyLabel={t('checking')}
          disabled={(counts.ready === 0 || mustMend) && !mending.busy}
          onClick={press}
        >
          {t('enrol', { count: counts.ready })}
        </Button>
      </div>
    </div>
  )
}

/**
 * A press on the button also leaves the last cell and so starts its check. The import starts automatically after the
 * check, unless it fails or a row that was fixed is still faulty.
 */
function useSubmitOnceFixed({ busy, failure, mends, preview }: RowFixes, onPress: () => void) {
  const [pressed, setPressed] = useState(false)
  const enrol = useEffectEvent(() => {
    setPressed(false)
    const isFixed = !preview?.faulty.some(({ lines }) => mends.get(lines.from)?.cells)
    if (isFixed && !failure) onPress()
  })
  useEffect(() => {
    if (pressed && !busy) enrol()
  }, [pressed, busy])
  return { pressed, press: () => setPressed(true) }
}
