import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'

/** What our server said against something. */
export function Failure({ of: failure }: { of: unknown }) {
  const t = useTranslations('room.notice')
  if (!(failure instanceof Error)) return null
  return (
    <Banner tone="failure" icon={<CircleAlert />}>
      {t('failed', { message: failure.message })}
    </Banner>
  )
}
