import { Hand as HandIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useHandPosition } from '#components/classroom/room-state/use-hands.ts'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'

/** Raises or lowers the viewer's hand, and shows its position in the queue. */
export function HandButton({ me, onToggle }: { me: string; onToggle: () => void }) {
  const t = useTranslations('moderation.hands')
  const position = useHandPosition(me)
  return (
    <ControlButton
      className="min-w-20"
      icon={<HandIcon />}
      label={position ? t('lower') : t('raise')}
      tone={position ? 'raised' : 'plain'}
      aria-pressed={position > 0}
      aria-description={position ? t('yours', { place: position }) : undefined}
      aria-keyshortcuts="H"
      onClick={onToggle}
    />
  )
}
