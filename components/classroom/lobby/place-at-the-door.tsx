import { useTranslations } from 'next-intl'
import type { Knocked } from '#lib/classroom/admission/api.ts'

/** One's place among those who wait to be let in. */
export function PlaceAtTheDoor({ knocked }: { knocked: Knocked | 'failed' | null }) {
  const t = useTranslations('waiting.door')
  if (knocked === null || (knocked !== 'failed' && knocked.place === 0)) return null
  return (
    <p role="status" className="mt-3 text-sm text-text-2 tabular-nums">
      {knocked === 'failed' ? t('silent') : t('place', { place: knocked.place, count: knocked.waiting })}
    </p>
  )
}
