import { useTranslations } from 'next-intl'

/** How many of the places are taken. */
export function SeatMeter({ taken, capacity }: { taken: number; capacity: number }) {
  const t = useTranslations('admin.session')
  const share = Math.min(100, (100 * taken) / Math.max(1, capacity))
  return (
    <div
      role="img"
      aria-label={t('meter', { taken, capacity })}
      className="h-2 min-w-0 flex-1 overflow-hidden rounded-full bg-border"
    >
      <div
        className={taken >= capacity ? 'h-full bg-late' : 'h-full bg-text-2'}
        style={{ width: `${share}%` }}
      />
    </div>
  )
}
