import { Mic } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FloorRow } from '#components/classroom/hands/floor-row.tsx'
import { useRoomApi } from '#components/classroom/room-state/room-services.ts'
import { useFloorHolder } from '#components/classroom/room-state/use-hands.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'

/** Shows the speaker who has the floor. A speaker on this companion speaks in person. */
export function CompanionFloor({ me }: { me: string }) {
  const t = useTranslations()
  const hasFloor = useFloorHolder()?.userId === me
  const giveBack = useAttempt(useRoomApi().takeBackFloor)
  if (!hasFloor) return <FloorRow canManageHands={false} />
  return (
    <>
      <Banner
        tone="ok"
        icon={<Mic />}
        action={
          <Button size="sm" onClick={() => giveBack.run()}>
            {t('moderation.floor.giveBack')}
          </Button>
        }
      >
        <b className="font-semibold">{t('moderation.floor.yours')}</b>
        <span className="block text-sm text-text-2">{t('companion.floorHint')}</span>
      </Banner>
      <Failure failure={giveBack.failure} />
    </>
  )
}
