import { CapacityDrawer } from '#components/schedule/planning/capacity-drawer.tsx'
import { MoveDrawer } from '#components/schedule/planning/move-drawer.tsx'
import { SeatDrawer } from '#components/schedule/planning/seat-drawer.tsx'
import { type Candidate, TrainerDrawer } from '#components/schedule/planning/trainer-drawer.tsx'
import { type SessionPanel, sessionHref } from '#components/schedule/session/session-href.ts'
import type { Context } from '#lib/context/context.ts'
import { readAllPages } from '#lib/kernel/read-all-pages.ts'
import { listLocations } from '#lib/locations/list-locations.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { listAbsences } from '#lib/sessions/absences/list-absences.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { isOpen } from '#lib/sessions/policy.ts'
import { listSessions } from '#lib/sessions/reading/list-sessions.ts'
import { wallTime } from '#lib/time/zones.ts'
import {
  changeSession,
  moveSession,
  previewChange,
  previewMove,
  searchStudents,
  seatStudents,
  undoChange,
} from './actions.ts'

type ChangePanelProps = {
  context: Context
  session: SessionDetail
  panel: SessionPanel
  zone: string
  /** The address without the panel; defaults to the session's page. */
  closeHref?: string
  /** The suggested time, if it differs from the current time. */
  proposed?: { startsAt: string; endsAt: string } | null
}

/** The side panel with the form for the selected change of the session. */
export async function ChangePanel({ context, session, panel, zone, ...given }: ChangePanelProps) {
  const common = { session, zone, closeHref: given.closeHref ?? sessionHref(session.id) }
  const time = given.proposed ?? session
  switch (panel) {
    case 'time':
      return (
        <MoveDrawer
          {...common}
          start={wallTime(time.startsAt, session.timeZone)}
          end={wallTime(time.endsAt, session.timeZone)}
          action={moveSession}
          preview={previewMove}
          undo={undoChange}
        />
      )
    case 'trainer':
      return (
        <TrainerDrawer
          {...common}
          candidates={await listCandidates(context, session)}
          action={changeSession}
          preview={previewChange}
          undo={undoChange}
        />
      )
    case 'capacity':
      return (
        <CapacityDrawer
          {...common}
          locations={await readAllPages((page) => listLocations(context, page))}
          action={changeSession}
        />
      )
    case 'seat':
      return (
        <SeatDrawer
          {...common}
          seated={session.seats?.map((seat) => seat.id) ?? []}
          students={await listPeople(context, { role: 'STUDENT', limit: 50 })}
          search={searchStudents}
          action={seatStudents}
        />
      )
  }
}

/** Trainers with their other sessions at the session's time, free trainers first. */
async function listCandidates(context: Context, session: SessionDetail): Promise<Candidate[]> {
  const [trainers, then, absences] = await Promise.all([
    readAllPages((page) => listPeople(context, { role: 'TRAINER', ...page })),
    listConcurrentSessions(context, session),
    listAbsences(context, { from: new Date(session.startsAt), to: new Date(session.endsAt) }),
  ])
  return trainers
    .filter((trainer) => !trainer.disabled || trainer.id === session.trainer.id)
    .map(({ id, name }) => ({
      id,
      name,
      busyWith: then.find((other) => other.trainer.id === id)?.classTitle ?? null,
      away: absences.items.some(({ trainer }) => trainer.id === id),
    }))
    .toSorted((a, b) => Number(a.busyWith !== null || a.away) - Number(b.busyWith !== null || b.away))
}

async function listConcurrentSessions(context: Context, session: SessionDetail) {
  const span = { from: new Date(session.startsAt), to: new Date(session.endsAt) }
  const sessions = await readAllPages((page) => listSessions(context, { ...span, ...page }))
  return sessions.filter((other) => other.id !== session.id && isOpen(other))
}
