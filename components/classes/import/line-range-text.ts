import type { useTranslations } from 'next-intl'
import type { GoodRow } from '#lib/classes/import/api.ts'

/** The line of a row, or the first and the last where it has more. */
export function lineRangeText(
  t: ReturnType<typeof useTranslations<'classImport'>>,
  { from, to }: GoodRow['lines'],
): string {
  return from === to ? String(from) : t('check.lines', { from, to })
}
