import { useRoomContext } from '@livekit/components-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { RoomActions } from '#components/classroom/connection/room-client.ts'
import type { Panel } from '#components/classroom/controls/panel-state.ts'
import { useInPerson, usePeople } from '#components/classroom/livekit/people.ts'
import type { findPeople } from '#components/classroom/room-state/find-people.ts'
import { lazyWithRetry } from '#components/classroom/ui/lazy-with-retry.tsx'
import { PeopleSection } from '#components/classroom/ui/people-section.tsx'
import { companionIdentityOf } from '#lib/livekit/ids.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { orderPeople } from './order-people.ts'
import { PersonRow } from './person-row.tsx'

// Only moderators need these.
const AbsentSeats = lazyWithRetry(() => import('./absent-seats.tsx'))
const RemoveDialog = lazyWithRetry(() => import('./remove-dialog.tsx'))
const PeopleSearch = lazyWithRetry(() => import('#components/classroom/ui/people-search.tsx'))

/** A list of up to this length needs no search. */
const AT_A_GLANCE = 10

type PeoplePanelProps = {
  /** Content above the people. */
  top: ReactNode
  session: SessionDetail
  actions: RoomActions
  onShow: (panel: Panel) => void
}

/** The people inside and, for moderators, those who are missing or were removed. */
export function PeoplePanel({ top, session, actions, onShow }: PeoplePanelProps) {
  const t = useTranslations('room.people')
  const room = useRoomContext()
  const inside = usePeople()
  const inPerson = useInPerson()
  const [query, setQuery] = useState('')
  const [find, setFind] = useState<typeof findPeople | null>(null)
  const [removing, setRemoving] = useState<{ id: string; name: string } | null>(null)
  const { abilities } = session
  const people = [...inside, ...inPerson.map(companionIdentityOf)].map((identity) => ({
    identity,
    name: room.getParticipantByIdentity(identity)?.name ?? '',
  }))
  const found = query && find ? find(people, query) : people
  function search(text: string) {
    setQuery(text)
    import('#components/classroom/room-state/find-people.ts').then(
      ({ findPeople }) => setFind(() => findPeople),
      // While our server is unreachable, the list stays unfiltered. The next key press tries again.
      () => undefined,
    )
  }
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto pb-2">
        {top}
        <PeopleSection title={t('inClass')} count={people.length}>
          {people.length > AT_A_GLANCE || query ? (
            <PeopleSearch query={query} resultCount={found.length} onChange={search} />
          ) : null}
          <ul>
            {orderPeople(found, session.trainer.id, room.localParticipant.identity).map(({ identity }) => (
              <PersonRow
                key={identity}
                identity={identity}
                abilities={abilities}
                onRemove={setRemoving}
                onAssist={onShow}
              />
            ))}
          </ul>
        </PeopleSection>
        {session.seats ? (
          <AbsentSeats
            seats={session.seats}
            inside={[...inside, ...inPerson]}
            abilities={abilities}
            onAddAssistant={() => onShow({ kind: 'colleague' })}
            onReadmit={actions.readmit}
          />
        ) : null}
      </div>
      {removing ? (
        <RemoveDialog person={removing} actions={actions} onClose={() => setRemoving(null)} />
      ) : null}
    </>
  )
}
