import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type SeatMeterProps = { icon: ReactNode; name: string; taken: number; capacity: number }

/** Taken seats of one kind; a row of three columns. */
export function SeatMeter({ icon, name, taken, capacity }: SeatMeterProps) {
  const t = useTranslations('admin.session')
  const share = Math.min(100, (100 * taken) / Math.max(1, capacity))
  return (
    <>
      <span className="flex max-w-34 items-center gap-1.75 [&_svg]:size-3.75 [&_svg]:flex-none [&_svg]:stroke-[1.75] [&_svg]:text-text-2">
        {icon}
        <span className="truncate">{name}</span>
      </span>
      <span
        role="img"
        aria-label={t('meter', { name, taken, capacity })}
        className="h-2 overflow-hidden rounded-full bg-border"
      >
        <span
          className={taken >= capacity ? 'block h-full bg-late' : 'block h-full bg-text-2'}
          style={{ width: `${share}%` }}
        />
      </span>
      <span className="tabular-nums">{t('taken', { taken, capacity })}</span>
    </>
  )
}
