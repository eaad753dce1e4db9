import { useTranslations } from 'next-intl'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { Part } from '#components/classroom/ui/part.tsx'
import { Button } from '#components/ui/button.tsx'
import { HandQueue } from './hand-queue.tsx'

/** As many as leave the stage its place. */
const MOST_SHOWN = 3

type PhoneHandsProps = { me: string; onShowAll: () => void }

/** Above the stage of a phone, for who leads: the beginning of the line, and the way to the rest. */
export default function PhoneHands({ me, onShowAll }: PhoneHandsProps) {
  const t = useTranslations('order.hands')
  const hands = useHands()
  return (
    <div className="max-h-2/5 flex-none overflow-y-auto rounded-card border bg-surface">
      <Part title={t('title')} count={hands.length}>
        <HandQueue hands={hands.slice(0, MOST_SHOWN)} me={me} leads />
        {hands.length > MOST_SHOWN ? (
          <Button size="sm" variant="ghost" className="mx-2" onClick={onShowAll}>
            {t('more', { count: hands.length - MOST_SHOWN })}
          </Button>
        ) : null}
      </Part>
    </div>
  )
}
