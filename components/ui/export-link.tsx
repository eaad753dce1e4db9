import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonAnchor } from './button-anchor.tsx'

/** A link that downloads a list as CSV from the API. */
export function ExportLink({ href, size }: { href: string; size?: 'sm' }) {
  const t = useTranslations('common')
  return (
    <ButtonAnchor href={href} size={size} icon={<Download />} download>
      {t('export')}
    </ButtonAnchor>
  )
}
