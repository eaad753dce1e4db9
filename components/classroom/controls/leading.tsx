import { lazy, Suspense } from 'react'
import type { RoomControls } from './use-room-controls.ts'

const LeadButtons = lazy(() => import('./lead-buttons.tsx'))

/** What only who leads has; its code comes to nobody else. */
export function Leading({ controls, isPhone }: { controls: RoomControls; isPhone: boolean }) {
  const { canMute, canLeadHands, canLock } = controls.abilities
  if (!canMute && !canLeadHands && !canLock) return null
  return (
    <Suspense>
      <LeadButtons controls={controls} isPhone={isPhone} />
    </Suspense>
  )
}
