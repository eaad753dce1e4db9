import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'

/** What our server said against something, or that it does not answer. */
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
