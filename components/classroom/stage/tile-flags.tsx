import { useRoomState } from '#components/classroom/room-state/class-context.ts'
import { usePlaceInLine } from '#components/classroom/room-state/use-hands.ts'
import { later } from '#components/classroom/ui/later.tsx'

// Nobody has one when a class begins.
const Flags = later(() => import('./flags.tsx'))

type TileFlagsProps = { identity: string; name: string; isPinned: boolean }

/** What is to be known about a person at a glance: the place in line, the word, a pin, a weak network. */
export function TileFlags({ identity, name, isPinned }: TileFlagsProps) {
  const place = usePlaceInLine(identity)
  const hasWord = useRoomState((state) => state.word?.userId === identity, false)
  const isLarge = useRoomState((state) => state.spotlight === identity, false)
  const audioOnly = useRoomState((state) => state.audioOnly.some((id) => id === identity), false)
  const flags = { place, hasWord, isLarge, isPinned, audioOnly }
  return Object.values(flags).some(Boolean) ? <Flags name={name} {...flags} /> : null
}
