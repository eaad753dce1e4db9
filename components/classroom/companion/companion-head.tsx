import { MapPin, Monitor } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'

/** The class title, the role of this device, and the viewer's seat. */
export function CompanionHead({ session }: { session: SessionDetail }) {
  const t = useTranslations('companion')
  return (
    <header className="flex items-start gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-lg font-semibold tracking-[-.01em]">{session.classTitle}</h1>
        <p className="text-sm text-text-2">{t('subtitle')}</p>
      </div>
      <SeatBadge session={session} />
    </header>
  )
}

function SeatBadge({ session: { seat, location } }: { session: SessionDetail }) {
  const t = useTranslations('companion')
  if (!seat) return null
  return seat.kind === 'in_person' ? (
    <Badge tone="ok" icon={<MapPin aria-hidden="true" />} className="max-w-[50%]">
      <span className="truncate">{location?.name ?? t('inRoom')}</span>
    </Badge>
  ) : (
    <Badge tone="neutral" icon={<Monitor aria-hidden="true" />}>
      {t('seatOnline')}
    </Badge>
  )
}
