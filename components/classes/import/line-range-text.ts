import type { useTranslations } from 'next-intl'
import type { GoodRow } from '#lib/classes/import/api.ts'

/** The line number of a row, or its first and last line if it has several. */
export function lineRangeText(
  t: ReturnType<typeof useTranslations<'classImport'>>,
  { from, to }: GoodRow['lines'],
): string {
  return from === to ? String(from) : t('check.lines', { from, to })
}
