import { Arrivals } from '#components/classroom/lobby/arrivals.tsx'
import { useRoomState } from '#components/classroom/room-state/class-context.ts'
import { later } from '#components/classroom/ui/later.tsx'

// Nobody has asked or said how it goes when a class begins.
const HandsOnTop = later(() => import('#components/classroom/hands/hands-on-top.tsx'))

/** What needs an answer, above the people: people in the lobby, raised hands, the pace. */
export function PeopleTop({ me, leads }: { me: string; leads: boolean }) {
  const isAsked = useRoomState(
    ({ hands, word, pace }) =>
      hands.length > 0 || word !== null || Object.values(pace ?? {}).some((count) => count > 0),
    false,
  )
  return (
    <>
      <Arrivals />
      {isAsked ? <HandsOnTop me={me} leads={leads} /> : null}
    </>
  )
}
