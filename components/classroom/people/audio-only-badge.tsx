import { useTranslations } from 'next-intl'

/** Badge of a participant who receives audio and shared screens only. */
export default function AudioOnlyBadge() {
  const t = useTranslations('moderation.person')
  return (
    <span className="flex-none rounded-full bg-late-soft px-1.5 text-xs font-[550] text-late-text">
      {t('audioOnly')}
    </span>
  )
}
