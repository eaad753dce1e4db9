import { useTranslations } from 'next-intl'
import { Badge, LiveDot } from '#components/ui/badge.tsx'
import { Brand } from '#components/ui/brand.tsx'
import type { HallRoom } from '#lib/classroom/hall/api.ts'
import { formatTime, zoneName } from '#lib/time/format.ts'

/** What class it is, in which room and with whom, and until when. */
export function HallHead({ about: { title, name, trainer, endsAt, timeZone } }: { about: HallRoom }) {
  const t = useTranslations('hall')
  const common = useTranslations('common.status')
  const time = `${formatTime(endsAt, timeZone)} ${zoneName(endsAt, timeZone)}`
  return (
    <header className="flex h-21 items-center gap-4.5 px-6">
      <Brand className="w-7 overflow-hidden" />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-[1.5rem] leading-8 font-semibold tracking-[-.015em]">{title}</h1>
        <p className="truncate text-lg text-text-2">{t('with', { room: name, trainer: trainer.name })}</p>
      </div>
      <Badge tone="live" icon={<LiveDot />} className="h-8 pr-3.5 pl-3 text-lg">
        {common('in_progress')}
      </Badge>
      <p className="hidden text-lg font-medium text-text-2 tabular-nums sm:block">{t('ends', { time })}</p>
    </header>
  )
}
