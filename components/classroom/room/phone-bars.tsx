import { Hand } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PaceCounts } from '#components/classroom/hands/pace-counts.tsx'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'

/**
 * Bars under the stage of a phone, which has no panel beside it: the viewer's queue position, and the pace for
 * students.
 */
export function PhoneBars({ me }: { me: string }) {
  return (
    <div className="flex flex-col gap-2 px-2 pt-2 empty:hidden md:hidden">
      <HandPosition me={me} />
      <PaceCounts variant="bar" />
    </div>
  )
}

/** The viewer's position in the queue, and the people before them. */
export function HandPosition({ me }: { me: string }) {
  const t = useTranslations('moderation.hands')
  const hands = useHands()
  const position = hands.findIndex(({ userId }) => userId === me) + 1
  if (position === 0) return null
  const before = hands.slice(0, position - 1).map(({ name }) => firstName(name))
  return (
    <div className="flex items-center gap-3 rounded-[12px] bg-primary-soft px-3.5 py-2.5">
      <Hand aria-hidden="true" className="size-5 flex-none stroke-[1.75] text-primary-text" />
      <p className="min-w-0 leading-tight">
        <b className="block font-semibold">{t('yours', { place: position })}</b>
        <span className="text-sm text-text-2">
          {t('before', { first: before[0] ?? '', second: before[1] ?? '', count: before.length })}
        </span>
      </p>
    </div>
  )
}
