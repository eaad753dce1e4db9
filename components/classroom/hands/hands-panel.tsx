import { Hand as HandIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRoomApi } from '#components/classroom/room-state/room-services.ts'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Button } from '#components/ui/button.tsx'
import type { Abilities } from '#lib/sessions/abilities.ts'
import { FloorRow } from './floor-row.tsx'
import { HandQueue } from './hand-queue.tsx'
import { PaceCounts } from './pace-counts.tsx'

type HandsPanelProps = { me: string; abilities: Pick<Abilities, 'canManageHands'> }

/** The whole queue of hands, the speaker who has the floor and, for moderators, the students' pace. */
export default function HandsPanel({ me, abilities: { canManageHands } }: HandsPanelProps) {
  const t = useTranslations('moderation.hands')
  const api = useRoomApi()
  const hands = useHands()
  const lowerAll = useAttempt(api.lowerHands)
  return (
    <div className="min-h-0 flex-1 overflow-y-auto py-2">
      <FloorRow canManageHands={canManageHands} />
      {hands.length === 0 ? (
        <div className="grid justify-items-center gap-1.5 px-6 py-10 text-center">
          <HandIcon aria-hidden="true" className="size-6 text-text-3" />
          <p className="font-semibold">{t('none')}</p>
          <p className="text-sm text-text-2">{t('noneHint')}</p>
        </div>
      ) : (
        <HandQueue hands={hands} me={me} canManageHands={canManageHands} />
      )}
      {canManageHands && hands.length > 0 ? (
        <div className="flex flex-col gap-2 px-4 py-2">
          <Button size="sm" onClick={() => lowerAll.run()} className="self-start">
            {t('lowerAll')}
          </Button>
          <Failure failure={lowerAll.failure} />
        </div>
      ) : null}
      <PaceCounts />
    </div>
  )
}
