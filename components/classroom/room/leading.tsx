import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { later } from '#components/classroom/ui/later.tsx'

const LeadButtons = later(() => import('./lead-buttons.tsx'))

/** What only who leads has; its code comes to nobody else. */
export function Leading({ controls, isPhone }: { controls: RoomControls; isPhone: boolean }) {
  const { canMute, canLeadHands, canLock } = controls.abilities
  if (!canMute && !canLeadHands && !canLock) return null
  return <LeadButtons controls={controls} isPhone={isPhone} />
}
