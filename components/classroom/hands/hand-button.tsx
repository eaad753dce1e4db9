import { Hand as HandIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ControlButton } from '#components/classroom/controls/control-button.tsx'
import { usePlaceInLine } from './use-hands.ts'

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
