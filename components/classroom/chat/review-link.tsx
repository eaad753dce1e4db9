import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SessionId } from '#lib/kernel/ids.ts'

/** The way to a session's chat for who may review it. It is not fetched ahead: each look is in the audit trail. */
export function ReviewLink({ sessionId }: { sessionId: SessionId }) {
  const t = useTranslations('chatReview')
  return (
    <Link
      href={`/admin/sessions/${sessionId}/chat`}
      prefetch={false}
      className="link mt-2 block w-fit text-sm"
    >
      {t('open')}
    </Link>
  )
}
