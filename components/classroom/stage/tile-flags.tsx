import { useRoomState } from '#components/classroom/room-state/room-services.ts'
import { useHandPosition } from '#components/classroom/room-state/use-hands.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'

// Loaded on demand: no tile has a flag at the start of a class.
const Flags = lazyWithRetry(() => import('./flags.tsx'))

type TileFlagsProps = { identity: string; name: string; isPinned: boolean }

/** Status of a participant at a glance: queue position, floor, spotlight, pin, audio only on a weak network. */
export function TileFlags({ identity, name, isPinned }: TileFlagsProps) {
  const handPosition = useHandPosition(identity)
  const hasFloor = useRoomState((state) => state.floor?.userId === identity, false)
  const isSpotlighted = useRoomState((state) => state.spotlight === identity, false)
  const audioOnly = useRoomState((state) => state.audioOnly.some((id) => id === identity), false)
  const flags = { handPosition, hasFloor, isSpotlighted, isPinned, audioOnly }
  return Object.values(flags).some(Boolean) ? <Flags name={name} {...flags} /> : null
}
