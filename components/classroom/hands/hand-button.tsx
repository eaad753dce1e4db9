import { Hand as HandIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlaceInLine } from '#components/classroom/room-state/use-hands.ts'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'

/** Raises one's own hand, or lowers it; its place in line is on it. */
export function HandButton({ me, onToggle }: { me: string; onToggle: () => void }) {
  const t = useTranslations('order.hands')
  const place = usePlaceInLine(me)
  return (
    <ControlButton
      className="min-w-20"
      icon={<HandIcon />}
      label={place ? t('lower') : t('raise')}
      tone={place ? 'raised' : 'plain'}
      aria-pressed={place > 0}
      aria-description={place ? t('yours', { place }) : undefined}
      aria-keyshortcuts="H"
      onClick={onToggle}
    />
  )
}
