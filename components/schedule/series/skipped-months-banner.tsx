import { CalendarX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { formatMonth } from '#lib/time/format.ts'
import { onLastDay, type SeriesDraft } from './series-draft.ts'

const MAX_NAMED = 12

type SkippedMonthsBannerProps = {
  /** `2027-09` each. */
  months: string[]
  draft: SeriesDraft
  onChange: (changed: Partial<SeriesDraft>) => void
}

/** The months that the rule skips because they are too short, with an offer to use the last day of each month. */
export function SkippedMonthsBanner({ months, draft, onChange }: SkippedMonthsBannerProps) {
  const t = useTranslations('series.preview')
  if (months.length === 0) return null
  const lastDay = onLastDay(draft)
  const named = months.slice(0, MAX_NAMED).map((month) => formatMonth(`${month}-15T12:00:00Z`, 'UTC'))
  const values = { months: named.join(', '), more: months.length - named.length }
  return (
    <Banner
      icon={<CalendarX />}
      action={
        lastDay ? (
          <Button size="sm" onClick={() => onChange(lastDay)}>
            {t('useLastDay')}
          </Button>
        ) : null
      }
    >
      {lastDay ? t('skippedShorter', values) : t('skipped', values)}
    </Banner>
  )
}
