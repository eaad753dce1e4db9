import { MicOff, PanelRightClose } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Failure } from '#components/classroom/controls/failure.tsx'
import { useAttempt } from '#components/classroom/controls/use-attempt.ts'
import { usePeople } from '#components/classroom/room/people.ts'
import { useRoom } from '#components/classroom/room/room-context.ts'
import type { RoomActions } from '#components/classroom/visit/connection.ts'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { orderPeople, partSeats } from './order-people.ts'
import { PersonRow } from './person-row.tsx'
import { MissingRow, RemovedRow } from './seat-rows.tsx'

const RemoveDialog = lazy(() => import('./remove-dialog.tsx'))

type PeoplePanelProps = { session: SessionDetail; actions: RoomActions; onClose: () => void }

/** Who is inside and, for who leads, who is missing and who was removed. */
export function PeoplePanel({ session, actions, onClose }: PeoplePanelProps) {
  const t = useTranslations('room.people')
  const room = useRoom()
  const inside = usePeople()
  const [removing, setRemoving] = useState<{ id: string; name: string } | null>(null)
  const people = inside.map((identity) => ({
    identity,
    name: room.getParticipantByIdentity(identity)?.name ?? '',
  }))
  const { missing, removed } = partSeats(session.seats, inside)
  const leads = session.abilities.canModerate
  const mute = useAttempt(actions.mute)
  return (
    <>
      <header className="flex h-12 flex-none items-center justify-between border-b pr-2 pl-4">
        <h2 className="text-md font-[550]">
          {t.rich('titleCount', {
            count: () => (
              <span className="ml-1 text-xs font-semibold text-text-3 tabular-nums">{people.length}</span>
            ),
          })}
        </h2>
        <IconButton label={t('close')} icon={<PanelRightClose />} onClick={onClose} />
      </header>
      {leads ? (
        <div className="flex flex-col gap-2 border-b px-4 py-2">
          <Button
            size="sm"
            icon={<MicOff />}
            busy={mute.busy}
            busyLabel={t('muting')}
            onClick={() => mute.run('microphone')}
            className="self-start"
          >
            {t('muteAll')}
          </Button>
          <Failure of={mute.failure} />
        </div>
      ) : null}
      <div className="min-h-0 flex-1 overflow-y-auto py-2">
        <ul aria-label={t('inClass')}>
          {orderPeople(people, session.trainer.id, room.localParticipant.identity).map(({ identity }) => (
            <PersonRow
              key={identity}
              identity={identity}
              isLed={leads && identity !== session.trainer.id}
              onMute={mute.run}
              onRemove={setRemoving}
            />
          ))}
        </ul>
        {missing.length > 0 ? (
          <Part title={t('missing')} count={missing.length}>
            {missing.map((seat) => (
              <MissingRow key={seat.id} seat={seat} />
            ))}
          </Part>
        ) : null}
        {removed.length > 0 ? (
          <Part title={t('removed')} count={removed.length}>
            {removed.map((seat) => (
              <RemovedRow key={seat.id} seat={seat} onLetIn={() => actions.letInAgain(seat.id)} />
            ))}
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

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-2 border-t pt-3">
      <h3 className="px-4 pb-1 text-sm font-semibold">
        {title} <span className="font-medium text-text-2 tabular-nums">{count}</span>
      </h3>
      <ul>{children}</ul>
    </section>
  )
}
