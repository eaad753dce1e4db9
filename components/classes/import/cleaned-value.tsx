import { useTranslations } from 'next-intl'
import type { CleanedField } from '#lib/classes/import/api.ts'

type CleanedValueProps = { text: string; field: CleanedField; cleaned: CleanedField[] }

/** A value of a row, marked if it differs from the file. */
export function CleanedValue({ text, field, cleaned }: CleanedValueProps) {
  const t = useTranslations('classImport.check')
  if (!cleaned.includes(field)) return text
  return (
    <span className="flex items-baseline gap-2">
      <span className="truncate">{text}</span>
      <span className="flex-none text-xs text-text-2" title={t(`cleanedHint.${field}`)}>
        {t('cleaned')}
      </span>
    </span>
  )
}
