import { MapPin } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** Badge of a participant who attends in person with a companion. */
export default function InPersonBadge() {
  const t = useTranslations('moderation.roster.states')
  return (
    <span className="flex flex-none items-center gap-1 rounded-full bg-ok-soft px-1.5 text-xs font-[550] text-ok-text">
      <MapPin aria-hidden="true" className="size-3" />
      {t('in_person')}
    </span>
  )
}
