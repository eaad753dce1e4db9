import { Mic } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { WordRow } from '#components/classroom/hands/word-row.tsx'
import { useRoomApi } from '#components/classroom/room-state/class-context.ts'
import { useWord } from '#components/classroom/room-state/use-hands.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'

/** Who has the word; whoever has it here speaks in the room itself. */
export function CompanionWord({ me }: { me: string }) {
  const t = useTranslations()
  const isMine = useWord()?.userId === me
  const giveBack = useAttempt(useRoomApi().takeWordBack)
  if (!isMine) return <WordRow leads={false} />
  return (
    <>
      <Banner
        tone="ok"
        icon={<Mic />}
        action={
          <Button size="sm" onClick={() => giveBack.run()}>
            {t('order.word.giveBack')}
          </Button>
        }
      >
        <b className="font-semibold">{t('order.word.yours')}</b>
        <span className="block text-sm text-text-2">{t('companion.wordHint')}</span>
      </Banner>
      <Failure of={giveBack.failure} />
    </>
  )
}
