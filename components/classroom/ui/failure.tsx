import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'

/** Error message of our server, or a notice that it doesn't respond. */
export function Failure({ failure }: { failure: unknown }) {
  const t = useTranslations('room.notice')
  const common = useTranslations('common')
  if (!(failure instanceof Error)) return null
  return (
    <Banner tone="failure" icon={<CircleAlert />}>
      {t('failed', { message: failure.message || common('noAnswer') })}
    </Banner>
  )
}
