import { useTranslations } from 'next-intl'
import { useRoomApi, useRoomState } from '#components/classroom/room-state/room-services.ts'
import { useToastOnFailure } from '#components/classroom/ui/use-toast-on-failure.ts'
import { Button } from '#components/ui/button.tsx'
import type { Pace } from '#lib/kernel/enums.ts'

const paces: Pace[] = ['lost', 'slower', 'faster']

/** For the trainer: the number of students who privately report too fast, too slow, or lost. */
export function PaceCounts({ variant = 'section' }: { variant?: 'section' | 'bar' }) {
  const t = useTranslations('moderation.pace')
  const api = useRoomApi()
  const attempt = useToastOnFailure()
  const counts = useRoomState((state) => state.pace, null)
  const shownPaces = paces.filter((pace) => counts && counts[pace] > 0)
  if (!counts || shownPaces.length === 0) return null
  return (
    <section
      aria-label={t('title')}
      className={variant === 'bar' ? 'rounded-[12px] bg-sunken px-3.5 py-1.5' : 'border-t px-4 py-2.5'}
    >
      <div className="flex items-center justify-between">
        <h2 className="text-sm font-semibold">{t('title')}</h2>
        <Button size="sm" variant="ghost" onClick={() => attempt(api.clearPace())}>
          {t('clear')}
        </Button>
      </div>
      <ul className="flex flex-wrap gap-1.5">
        {shownPaces.map((pace) => (
          <li key={pace} className="rounded-full bg-late-soft px-2.5 py-0.5 text-sm tabular-nums">
            {t('counts', { pace, count: counts[pace] })}
          </li>
        ))}
      </ul>
    </section>
  )
}
