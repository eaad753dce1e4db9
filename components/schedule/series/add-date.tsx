import { CalendarPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'

/** Adds a date outside the recurrence rule. */
export function AddDate({ onAdd }: { onAdd: (date: string) => void }) {
  const t = useTranslations('series')
  const [date, setDate] = useState('')
  return (
    <div className="flex items-end gap-2">
      <Field label={t('addDate')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            className="max-w-44"
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        )}
      </Field>
      <Button
        icon={<CalendarPlus />}
        disabled={!date}
        onClick={() => {
          onAdd(date)
          setDate('')
        }}
      >
        {t('add')}
      </Button>
    </div>
  )
}
