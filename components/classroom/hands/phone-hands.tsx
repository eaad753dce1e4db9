import { useTranslations } from 'next-intl'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { PeopleSection } from '#components/classroom/ui/people-section.tsx'
import { Button } from '#components/ui/button.tsx'
import { HandQueue } from './hand-queue.tsx'

/** Maximum number of rows that leaves enough height for the stage. */
const MAX_SHOWN = 3

type PhoneHandsProps = { me: string; onShowAll: () => void }

/** For moderators, above the stage of a phone: the first hands of the queue, and a link to the rest. */
export default function PhoneHands({ me, onShowAll }: PhoneHandsProps) {
  const t = useTranslations('moderation.hands')
  const hands = useHands()
  return (
    <div className="max-h-2/5 flex-none overflow-y-auto rounded-card border bg-surface">
      <PeopleSection title={t('title')} count={hands.length}>
        <HandQueue hands={hands.slice(0, MAX_SHOWN)} me={me} canManageHands />
        {hands.length > MAX_SHOWN ? (
          <Button size="sm" variant="ghost" className="mx-2" onClick={onShowAll}>
            {t('more', { count: hands.length - MAX_SHOWN })}
          </Button>
        ) : null}
      </PeopleSection>
    </div>
  )
}
