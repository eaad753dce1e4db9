import { later } from '#components/classroom/visit/later.tsx'
import { useAtTheDoor } from './use-at-the-door.ts'

const AtTheDoor = later(() => import('./at-the-door.tsx'))

/** Who waits at the door, as soon as somebody does; only who may let in is told. */
export function Arrivals() {
  if (useAtTheDoor().length === 0) return null
  return <AtTheDoor />
}
