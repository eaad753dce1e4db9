import { RecentHistory } from '#app/(signed-in)/admin/audit/recent-history.tsx'
import { type ScheduleQuery, scheduleHref } from '#components/schedule/calendar/schedule-href.ts'
import { CancelButton } from '#components/schedule/planning/cancel-button.tsx'
import { SessionActions } from '#components/schedule/session/session-actions.tsx'
import { SessionDrawer } from '#components/schedule/session/session-drawer.tsx'
import type { SessionPanel } from '#components/schedule/session/session-href.ts'
import { mayReadAudit } from '#lib/audit/policy.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { cancelSession, endSession, previewChange, startSession, undoChange } from './actions.ts'
import { ChangePanel } from './change-panel.tsx'

type ScheduleSidePanelProps = {
  context: Context
  session: SessionDetail
  /** The change whose form is open. */
  panel?: SessionPanel
  /** The time to which the session was dragged. */
  proposed?: { startsAt: string; endsAt: string } | null
  /** The query of the schedule beside the panel. */
  shown: ScheduleQuery
  zone: string
}

/** The drawer beside a schedule: a session, or the form for a change of it. */
export function ScheduleSidePanel({
  context,
  session,
  panel,
  proposed,
  shown,
  zone,
}: ScheduleSidePanelProps) {
  const { role } = context.actor
  const here = { ...shown, session: session.id }
  if (panel && session.abilities.canChange) {
    return (
      <ChangePanel
        // Each new dragged time resets the form.
        key={`${session.id} ${panel} ${proposed?.startsAt} ${proposed?.endsAt}`}
        context={context}
        session={session}
        panel={panel}
        zone={zone}
        proposed={proposed}
        // Closing the panel puts a dragged session back and leaves no drawer open.
        closeHref={scheduleHref(proposed ? shown : here)}
      />
    )
  }
  return (
    <SessionDrawer
      key={session.id}
      session={session}
      zone={zone}
      history={
        mayReadAudit(context.actor) ? (
          <RecentHistory context={context} of={{ session: session.id }} zone={zone} />
        ) : null
      }
      closeHref={scheduleHref(shown)}
      hrefOf={(panel) => scheduleHref({ ...here, panel })}
      actions={
        <SessionActions session={session} role={role} actions={{ start: startSession, end: endSession }} />
      }
      cancel={
        <CancelButton
          session={session}
          zone={zone}
          action={cancelSession}
          preview={previewChange}
          undo={undoChange}
        />
      }
    />
  )
}
