import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'

const ModerationButtons = lazyWithRetry(() => import('./moderation-buttons.tsx'))

/** Controls for moderators. Their code loads for nobody else. */
export function LazyModerationButtons({ controls, isPhone }: { controls: RoomControls; isPhone: boolean }) {
  const { canMute, canManageHands, canLock } = controls.abilities
  if (!canMute && !canManageHands && !canLock) return null
  return <ModerationButtons controls={controls} isPhone={isPhone} />
}
