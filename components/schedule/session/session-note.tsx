import { CalendarX, CircleAlert, DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Banner } from '#components/ui/banner.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'

/** The reason why the viewer cannot join, and what to do. */
export function SessionNote({ session }: { session: SessionDetail }) {
  const t = useTranslations('admin.session')
  if (session.status === 'cancelled') {
    return session.cancelReason ? (
      <Banner tone="info" icon={<CalendarX />}>
        {t('cancelledReason', { reason: session.cancelReason })}
      </Banner>
    ) : null
  }
  switch (session.joinRefusal) {
    case 'removed':
      return <Banner icon={<CircleAlert />}>{t('removed')}</Banner>
    case 'not_started':
      return session.abilities.canStart ? null : (
        <Banner tone="info" icon={<DoorOpen />}>
          {t('notStarted', { trainer: session.trainer.name })}
        </Banner>
      )
    default:
      return null
  }
}
