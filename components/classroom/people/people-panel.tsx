import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Failure } from '#components/classroom/controls/failure.tsx'
import { useAttempt } from '#components/classroom/controls/use-attempt.ts'
import { useRoomApi } from '#components/classroom/follow/class-context.ts'
import { HandQueue } from '#components/classroom/hands/hand-queue.tsx'
import { PaceCounts } from '#components/classroom/hands/pace-counts.tsx'
import { useHands } from '#components/classroom/hands/use-hands.ts'
import { WordRow } from '#components/classroom/hands/word-row.tsx'
import { AtTheDoor } from '#components/classroom/order/at-the-door.tsx'
import type { Panel } from '#components/classroom/panel/panel-state.ts'
import { useInRoom, usePeople } from '#components/classroom/room/people.ts'
import { useRoom } from '#components/classroom/room/room-context.ts'
import type { RoomActions } from '#components/classroom/visit/connection.ts'
import type { Viewer } from '#components/classroom/visit/viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { companionOf } from '#lib/livekit/ids.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { orderPeople, partSeats } from './order-people.ts'
import { PersonRow } from './person-row.tsx'
import { MissingRow, RemovedRow } from './seat-rows.tsx'

const RemoveDialog = lazy(() => import('./remove-dialog.tsx'))

type PeoplePanelProps = {
  session: SessionDetail
  viewer: Viewer
  actions: RoomActions
  onShow: (panel: Panel) => void
}

/** Who waits, whose hand is up, who is inside and, for who leads, who is missing and who was removed. */
export function PeoplePanel({ session, viewer, actions, onShow }: PeoplePanelProps) {
  const t = useTranslations('room.people')
  const room = useRoom()
  const inside = usePeople()
  const inRoom = useInRoom()
  const [removing, setRemoving] = useState<{ id: string; name: string } | null>(null)
  const { abilities } = session
  const mute = useAttempt(useRoomApi().mute)
  const people = [...inside, ...inRoom.map(companionOf)].map((identity) => ({
    identity,
    name: room.getParticipantByIdentity(identity)?.name ?? '',
  }))
  const { missing, removed } = partSeats(session.seats, [...inside, ...inRoom])
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto pb-2">
        <AtTheDoor />
        <HandsOnTop viewer={viewer} leads={abilities.canLeadHands} />
        <PaceCounts />
        <Part title={t('inClass')} count={people.length}>
          <ul>
            {orderPeople(people, session.trainer.id, room.localParticipant.identity).map(({ identity }) => (
              <PersonRow
                key={identity}
                identity={identity}
                abilities={abilities}
                onMute={mute.run}
                onRemove={setRemoving}
                onAssist={onShow}
              />
            ))}
          </ul>
        </Part>
        <div className="px-4 empty:hidden">
          <Failure of={mute.failure} />
        </div>
        {missing.length > 0 ? <Missing seats={missing} mayNudge={abilities.canAdmit} /> : null}
        {removed.length > 0 ? (
          <Part title={t('removed')} count={removed.length}>
            <ul>
              {removed.map((seat) => (
                <RemovedRow key={seat.id} seat={seat} onLetIn={() => actions.letInAgain(seat.id)} />
              ))}
            </ul>
          </Part>
        ) : null}
      </div>
      {removing ? (
        <Suspense>
          <RemoveDialog person={removing} actions={actions} onClose={() => setRemoving(null)} />
        </Suspense>
      ) : null}
    </>
  )
}

function HandsOnTop({ viewer, leads }: { viewer: Viewer; leads: boolean }) {
  const t = useTranslations('order.hands')
  const hands = useHands()
  return (
    <>
      <div className="pt-2 empty:hidden">
        <WordRow leads={leads} />
      </div>
      {hands.length > 0 ? (
        <Part title={t('title')} count={hands.length}>
          <HandQueue hands={hands} me={viewer.id} leads={leads} />
        </Part>
      ) : null}
    </>
  )
}

type Seat = NonNullable<SessionDetail['seats']>[number]

function Missing({ seats, mayNudge }: { seats: Seat[]; mayNudge: boolean }) {
  const t = useTranslations('room.people')
  const order = useTranslations('order.roster')
  const nudge = useAttempt(useRoomApi().nudge)
  const [nudged, setNudged] = useState(false)
  return (
    <Part title={t('missing')} count={seats.length}>
      <ul>
        {seats.map((seat) => (
          <MissingRow key={seat.id} seat={seat} mayNudge={mayNudge} />
        ))}
      </ul>
      {mayNudge ? (
        <div className="flex flex-col gap-2 px-4 py-2">
          <Button
            size="sm"
            busy={nudge.busy}
            busyLabel={order('nudging')}
            onClick={() => void nudge.run().then(() => setNudged(true))}
            className="self-start"
          >
            {order('nudgeAll', { count: seats.length })}
          </Button>
          <Failure of={nudge.failure} />
          <p role="status" className="text-sm text-text-2 empty:hidden">
            {nudged && !nudge.busy && !nudge.failure ? order('nudged') : null}
          </p>
        </div>
      ) : null}
    </Part>
  )
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t py-2 first:border-t-0">
      <h2 className="px-4 py-1 text-sm font-semibold">
        {title} <span className="font-medium text-text-2 tabular-nums">{count}</span>
      </h2>
      {children}
    </section>
  )
}
