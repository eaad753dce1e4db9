import { Mic } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRoomApi } from '#components/classroom/room-state/room-services.ts'
import { useFloorHolder } from '#components/classroom/room-state/use-hands.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Button } from '#components/ui/button.tsx'

/** The speaker who has the floor. Moderators can take it back. */
export function FloorRow({ canManageHands }: { canManageHands: boolean }) {
  const t = useTranslations('moderation.floor')
  const floorHolder = useFloorHolder()
  const takeBack = useAttempt(useRoomApi().takeBackFloor)
  if (!floorHolder) return null
  return (
    <div className="mx-3 mb-1 flex flex-col gap-1 rounded-[12px] bg-primary-soft px-3 py-2">
      <div className="flex min-h-8 items-center gap-2.5">
        <Mic aria-hidden="true" className="size-4.5 flex-none text-primary-text" />
        <span className="min-w-0 flex-1 font-medium">{t('has', { name: floorHolder.name })}</span>
        {canManageHands ? (
          <Button size="sm" onClick={() => takeBack.run()}>
            {t('takeBack')}
          </Button>
        ) : null}
      </div>
      <Failure failure={takeBack.failure} />
    </div>
  )
}
