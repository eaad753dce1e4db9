import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonAnchor } from './button-anchor.tsx'

/** Takes a list along as CSV, from where the API writes it. */
export function ExportLink({ href, size }: { href: string; size?: 'sm' }) {
  const t = useTranslations('common')
  return (
    <ButtonAnchor href={href} size={size} icon={<Download />} download>
      {t('export')}
    </ButtonAnchor>
  )
}
