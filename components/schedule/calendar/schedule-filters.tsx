'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { classes } from '#components/ui/classes.ts'
import { FoldOnPhones } from '#components/ui/fold-on-phones.tsx'
import { Select } from '#components/ui/select.tsx'
import type { SessionStatus } from '#lib/kernel/enums.ts'
import type { ClassSession } from '#lib/sessions/api.ts'
import { NO_FILTERS } from './no-filters.ts'
import { type ScheduleFilters as Filters, type ScheduleQuery, scheduleHref } from './schedule-href.ts'

type Choice = { id: string; name: string }

type ScheduleFiltersProps = { shown: ScheduleQuery; trainers: Choice[]; classes: Choice[] }

const MODES: ClassSession['mode'][] = ['ONLINE', 'OFFLINE', 'HYBRID']
const STATUSES: SessionStatus[] = ['scheduled', 'in_progress', 'completed', 'cancelled']

const compact =
  'max-w-44 max-sm:max-w-none max-sm:flex-1 max-sm:basis-36 [&>select]:h-8.5 [&>select]:rounded-[8px] [&>select]:text-sm'

/** The filters of the school's sessions, stored in the URL. Each choice applies at once. */
export function ScheduleFilters({ shown, trainers, classes: courses }: ScheduleFiltersProps) {
  const t = useTranslations('schedule')
  const common = useTranslations('common')
  const router = useRouter()
  const count = [shown.trainer, shown.class, shown.mode, shown.status].filter(Boolean).length
  const fields: [name: keyof Filters, label: string, any: string, choices: Choice[]][] = [
    ['trainer', t('trainer'), t('anyTrainer'), trainers],
    ['class', t('class'), t('anyClass'), courses],
    ['mode', t('mode'), t('anyMode'), MODES.map((id) => ({ id, name: common(`modes.${id}`) }))],
    ['status', t('status'), t('anyStatus'), STATUSES.map((id) => ({ id, name: common(`status.${id}`) }))],
  ]
  return (
    <FoldOnPhones label={count > 0 ? t('filtersOn', { count }) : t('filters')}>
      <form
        // The fields show the values of the URL, also after a step back.
        key={scheduleHref(shown)}
        action={shown.path}
        aria-label={t('filters')}
        className="flex flex-wrap items-center gap-2"
      >
        {shown.view ? <input type="hidden" name="view" value={shown.view} /> : null}
        {shown.date ? <input type="hidden" name="date" value={shown.date} /> : null}
        {fields.map(([name, label, any, choices]) => (
          <Select
            key={name}
            name={name}
            aria-label={label}
            defaultValue={shown[name] ?? ''}
            onChange={(event) =>
              router.push(scheduleHref({ ...shown, [name]: event.target.value || undefined }), {
                scroll: false,
              })
            }
            className={classes(compact, shown[name] && 'rounded-control ring-2 ring-text')}
          >
            <option value="">{any}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
          </Select>
        ))}
        <noscript>
          <Button type="submit" size="sm">
            {t('show')}
          </Button>
        </noscript>
        {count > 0 ? (
          <Link href={scheduleHref({ ...shown, ...NO_FILTERS })} scroll={false} className="link text-sm">
            {t('clear')}
          </Link>
        ) : null}
      </form>
    </FoldOnPhones>
  )
}
