import { Hand as HandIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { ControlButton } from '#components/classroom/ui/control-button.tsx'

/** Grants the floor to the next in the queue. */
export function NextHandButton({ onGrantFloor }: { onGrantFloor: () => void }) {
  const t = useTranslations('moderation.hands')
  const [next, ...others] = useHands()
  return (
    <ControlButton
      className="min-w-20"
      icon={<HandIcon />}
      label={t('next')}
      aria-label={next ? t('nextNamed', { name: next.name }) : t('nobody')}
      badge={next ? others.length + 1 : undefined}
      aria-keyshortcuts="N"
      disabled={!next}
      onClick={onGrantFloor}
    />
  )
}
