import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { NextHandButton } from '#components/classroom/hands/next-hand-button.tsx'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'
import { MuteAllMenu } from './mute-all-menu.tsx'

type LeadButtonsProps = { controls: RoomControls; isPhone: boolean }

/** What only who leads has: muting all, the next hand and, where there is room for it, locks. */
export default function LeadButtons({ controls, isPhone }: LeadButtonsProps) {
  const t = useTranslations('order.locks')
  const { canMute, canLeadHands, canLock } = controls.abilities
  const isOpen = controls.panel?.kind === 'locks'
  return (
    <>
      {canMute ? <MuteAllMenu {...controls} mayLock={canLock} /> : null}
      {canLeadHands ? <NextHandButton onNext={controls.nextHand} /> : null}
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
