import { useTranslations } from 'next-intl'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { Part } from '#components/classroom/ui/part.tsx'
import { HandQueue } from './hand-queue.tsx'
import { PaceCounts } from './pace-counts.tsx'
import { WordRow } from './word-row.tsx'

/** The speaker with the word, the raised hands and, for the trainer, the pace: above the people. */
export default function HandsOnTop({ me, leads }: { me: string; leads: boolean }) {
  const t = useTranslations('order.hands')
  const hands = useHands()
  return (
    <>
      <div className="pt-2 empty:hidden">
        <WordRow leads={leads} />
      </div>
      {hands.length > 0 ? (
        <Part title={t('title')} count={hands.length}>
          <HandQueue hands={hands} me={me} leads={leads} />
        </Part>
      ) : null}
      <PaceCounts />
    </>
  )
}
