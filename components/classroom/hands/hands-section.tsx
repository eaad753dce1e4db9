import { useTranslations } from 'next-intl'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { PeopleSection } from '#components/classroom/ui/people-section.tsx'
import { FloorRow } from './floor-row.tsx'
import { HandQueue } from './hand-queue.tsx'
import { PaceCounts } from './pace-counts.tsx'

/** The speaker who has the floor, the raised hands and, for the trainer, the pace; above the list of people. */
export default function HandsSection({ me, canManageHands }: { me: string; canManageHands: boolean }) {
  const t = useTranslations('moderation.hands')
  const hands = useHands()
  return (
    <>
      <div className="pt-2 empty:hidden">
        <FloorRow canManageHands={canManageHands} />
      </div>
      {hands.length > 0 ? (
        <PeopleSection title={t('title')} count={hands.length}>
          <HandQueue hands={hands} me={me} canManageHands={canManageHands} />
        </PeopleSection>
      ) : null}
      <PaceCounts />
    </>
  )
}
