import { useAtTheDoor } from '#components/classroom/room-state/use-at-the-door.ts'
import { later } from '#components/classroom/ui/later.tsx'

const AtTheDoor = later(() => import('./at-the-door.tsx'))

/** Who waits at the door, as soon as somebody does; only who may let in is told. */
export function Arrivals() {
  if (useAtTheDoor().length === 0) return null
  return <AtTheDoor />
}
