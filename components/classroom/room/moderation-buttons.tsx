import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { NextHandButton } from '#components/classroom/hands/next-hand-button.tsx'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'
import { MuteAllMenu } from './mute-all-menu.tsx'

type ModerationButtonsProps = { controls: RoomControls; isPhone: boolean }

/** Controls for moderators: mute all, next hand and, if there is space, locks. */
export default function ModerationButtons({ controls, isPhone }: ModerationButtonsProps) {
  const t = useTranslations('moderation.locks')
  const { canMute, canManageHands, canLock } = controls.abilities
  const isOpen = controls.panel?.kind === 'locks'
  return (
    <>
      {canMute ? <MuteAllMenu {...controls} mayLock={canLock} /> : null}
      {canManageHands ? <NextHandButton onGrantFloor={controls.grantFloorToNext} /> : null}
      {canLock && !isPhone ? (
        <ControlButton
          icon={<Lock />}
          label={t('title')}
          tone={isOpen ? 'on' : 'plain'}
          aria-expanded={isOpen}
          onClick={() => controls.togglePanel('locks')}
        />
      ) : null}
    </>
  )
}
