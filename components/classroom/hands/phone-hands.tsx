import { useTranslations } from 'next-intl'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { PeopleSection } from '#components/classroom/ui/people-section.tsx'
import { Button } from '#components/ui/button.tsx'
import { HandQueue } from './hand-queue.tsx'

/** As many as leave the stage its place. */
const MAX_SHOWN = 3

type PhoneHandsProps = { me: string; onShowAll: () => void }

/** Above the stage of a phone, for who leads: the beginning of the line, and the way to the rest. */
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
