import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SessionId } from '#lib/kernel/ids.ts'

/** Link to a session's chat for reviewers. Not prefetched, because each view is written to the audit trail. */
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
