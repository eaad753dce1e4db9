import { useRoomState } from '#components/classroom/room-state/room-services.ts'
import { useHandPosition } from '#components/classroom/room-state/use-hands.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'

// Nobody has one when a class begins.
const Flags = lazyWithRetry(() => import('./flags.tsx'))

type TileFlagsProps = { identity: string; name: string; isPinned: boolean }

/** What is to be known about a person at a glance: the place in line, the word, a pin, a weak network. */
export function TileFlags({ identity, name, isPinned }: TileFlagsProps) {
  const handPosition = useHandPosition(identity)
  const hasFloor = useRoomState((state) => state.floor?.userId === identity, false)
  const isSpotlighted = useRoomState((state) => state.spotlight === identity, false)
  const audioOnly = useRoomState((state) => state.audioOnly.some((id) => id === identity), false)
  const flags = { handPosition, hasFloor, isSpotlighted, isPinned, audioOnly }
  return Object.values(flags).some(Boolean) ? <Flags name={name} {...flags} /> : null
}
