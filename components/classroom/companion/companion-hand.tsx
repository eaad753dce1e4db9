import { Hand } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useRoomApi } from '#components/classroom/room-state/room-services.ts'
import { useHandPosition } from '#components/classroom/room-state/use-hands.ts'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { buttonStyles } from '#components/ui/button-styles.ts'
import { classes } from '#components/ui/classes.ts'

type CompanionHandProps = { me: string; size: 'large' | 'small' }

/** Raises or lowers the viewer's hand. */
export function CompanionHand({ me, size }: CompanionHandProps) {
  const t = useTranslations('moderation.hands')
  const api = useRoomApi()
  const isUp = useHandPosition(me) > 0
  const toggle = useAttempt(useCallback(() => (isUp ? api.lowerHand(me) : api.raiseHand()), [api, isUp, me]))
  return (
    <>
      <button
        type="button"
        aria-pressed={isUp}
        aria-busy={toggle.busy || undefined}
        onClick={toggle.busy ? undefined : () => toggle.run()}
        className={classes(
          buttonStyles({ variant: isUp ? 'secondary' : 'primary' }),
          size === 'large' && 'h-28 w-full flex-none rounded-card text-lg [&_svg]:size-7',
        )}
      >
        <span className={classes('flex items-center gap-2', size === 'large' && 'flex-col')}>
          <Hand aria-hidden="true" />
          {isUp ? t('lower') : t('raise')}
        </span>
      </button>
      <Failure failure={toggle.failure} />
    </>
  )
}
