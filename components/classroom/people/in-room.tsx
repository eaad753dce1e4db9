import { MapPin } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** Somebody sits in the room, with a companion beside them. */
export default function InRoom() {
  const t = useTranslations('order.roster.states')
  return (
    <span className="flex flex-none items-center gap-1 rounded-full bg-ok-soft px-1.5 text-xs font-[550] text-ok-text">
      <MapPin aria-hidden="true" className="size-3" />
      {t('room')}
    </span>
  )
}
