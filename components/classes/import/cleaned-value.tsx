import { useTranslations } from 'next-intl'
import type { CleanedField } from '#lib/classes/import/api.ts'

type CleanedValueProps = { text: string; field: CleanedField; cleaned: CleanedField[] }

/** What a row says, marked where it is not as the file has it. */
export function CleanedValue({ text, field, cleaned }: CleanedValueProps) {
  const t = useTranslations('enrolFile.check')
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
