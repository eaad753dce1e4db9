import type { Safeguard } from './safeguard.ts'

/** Planning, changing and undoing sessions, and absences of trainers. */
export const planningSafeguards: Safeguard[] = [
  {
    rule: 'Only an admin changes a session.',
    file: 'lib/sessions/planning-checks.ts',
    text: "if (!mayPlan(actor)) throw new Refusal('forbidden', 'notAllowed')",
    becomes: '',
    test: { file: 'lib/sessions/planning/change-session.integration.test.ts', name: 'its own' },
  },
  {
    rule: 'Only an admin records an absence.',
    file: 'lib/sessions/absences/record-absence.ts',
    text: "if (!mayPlan(context.actor)) throw new Refusal('forbidden', 'notAllowed')",
    becomes: '',
    test: { file: 'lib/sessions/absences/absences.integration.test.ts', name: 'cannot manage absences' },
  },
  {
    rule: 'A trainer who is disabled at the same moment is not booked: their row is locked.',
    file: 'lib/sessions/planning-checks.ts',
    text: 'FOR NO KEY UPDATE`',
    becomes: '`',
    test: {
      file: 'lib/sessions/planning/plan-at-once.integration.test.ts',
      name: 'nothing is planned while its',
    },
  },
  {
    rule: 'A location that is archived at the same moment is not booked: its row is locked.',
    file: 'lib/sessions/refuse-unless-location.ts',
    text: 'FOR NO KEY UPDATE`',
    becomes: '`',
    test: {
      file: 'lib/sessions/planning/plan-at-once.integration.test.ts',
      name: 'nothing is planned while its',
    },
  },
  {
    rule: 'A student who is enrolled while a session is planned gets a seat: the class is locked.',
    file: 'lib/sessions/seats/seats.ts',
    text: '::uuid FOR NO KEY UPDATE`',
    becomes: '::uuid`',
    test: {
      file: 'lib/sessions/planning/plan-at-once.integration.test.ts',
      name: 'a student who is enrolled while a session is planned gets a seat in it',
    },
  },
  {
    rule: 'Changes of one session are serialised: its row is locked.',
    file: 'lib/sessions/changes/lock-planned.ts',
    text: ' FOR NO KEY UPDATE OF session`',
    becomes: '`',
    test: {
      file: 'lib/sessions/changes/change-at-once.integration.test.ts',
      name: 'a change based on the older revision is refused',
    },
  },
  {
    rule: 'A change is refused if another change came first.',
    file: 'lib/edit-conflicts/refuse-outdated.ts',
    text: 'if (ifRevision === undefined || ifRevision === revision) return',
    becomes: 'return',
    test: {
      file: 'lib/sessions/changes/undo-and-notify.integration.test.ts',
      name: 'two admins drag one session',
    },
  },
  {
    rule: 'A conflict shows only changes made since the admin loaded the session.',
    file: 'lib/edit-conflicts/refuse-outdated.ts',
    text: 'revision: { gt: ifRevision }',
    becomes: 'revision: { gt: -1 }',
    test: {
      file: 'lib/edit-conflicts/edits-at-once.integration.test.ts',
      name: 'all changes since are listed',
    },
  },
  {
    rule: 'An admin cannot overwrite another admin’s change of a session unseen.',
    file: 'lib/sessions/changes/change-sessions.ts',
    text: 'await refuseOutdated(context, session, ifRevision,',
    becomes: 'await refuseOutdated(context, session, undefined,',
    test: {
      file: 'lib/edit-conflicts/edits-at-once.integration.test.ts',
      name: 'a session that another admin has changed since it was read stays unchanged, and',
    },
  },
  {
    rule: 'A form keeps its input while the page behind it is refreshed.',
    file: 'components/forms/use-edited-record.ts',
    text: 'const [opened, open] = useState(thing)',
    becomes: 'const [, open] = useState(thing)\n  const opened = thing',
    test: { file: 'e2e/planning.spec.ts', name: 'two admins move one session' },
  },
  {
    rule: 'A student who gets a seat while the session is moved is locked before the move is checked.',
    file: 'lib/sessions/changes/change-sessions.ts',
    text: 'if (newcomers > 0) throw new StaleRead()',
    becomes: '',
    test: {
      file: 'lib/sessions/changes/change-at-once.integration.test.ts',
      name: 'a student seated while the session is moved is not double-booked',
    },
  },
  {
    rule: 'A session cannot move to a time when one of its students has another session.',
    file: 'lib/sessions/changes/change-sessions.ts',
    text: 'if (moved.length > 0 && !rules.allowOverlap) await refuseStudentOverlap(context, moved)',
    becomes: '',
    test: {
      file: 'lib/sessions/planning/change-session.integration.test.ts',
      name: 'a move onto another session of a student is refused',
    },
  },
  {
    rule: 'The room of a changed session is reconciled.',
    file: 'lib/sessions/changes/record-change.ts',
    text: 'changed.map(({ sessionId }) => sessionId),',
    becomes: '[],',
    test: {
      file: 'lib/sessions/planning/change-session.integration.test.ts',
      name: 'time, title and capacity, and its room is reconciled',
    },
  },
  {
    rule: 'People are notified of a change only once it can no longer be undone.',
    file: 'lib/sessions/changes/record-change.ts',
    text: '{ startAfter: notifyAt }',
    becomes: '{}',
    test: {
      file: 'lib/sessions/changes/undo-and-notify.integration.test.ts',
      name: 'only when the change can no longer be undone',
    },
  },
  {
    rule: 'People are notified of a change once.',
    file: 'lib/sessions/changes/notify-of-change.ts',
    text: 'notifiedAt: null, undoneAt: null',
    becomes: 'undoneAt: null',
    test: {
      file: 'lib/sessions/changes/undo-and-notify.integration.test.ts',
      name: 'not of changes made before they got a seat',
    },
  },
  {
    rule: 'People are not notified of an undone change.',
    file: 'lib/sessions/changes/notify-of-change.ts',
    text: 'notifiedAt: null, undoneAt: null',
    becomes: 'notifiedAt: null',
    test: {
      file: 'lib/sessions/changes/undo-and-notify.integration.test.ts',
      name: 'and no notice is sent; a second undo changes nothing',
    },
  },
  {
    rule: 'A former admin cannot undo a change.',
    file: 'lib/sessions/changes/undo-change.ts',
    text: '!mayPlan(context.actor) || change',
    becomes: 'change',
    test: {
      file: 'lib/sessions/changes/undo-and-notify.integration.test.ts',
      name: 'only by the admin who made it',
    },
  },
  {
    rule: 'Undoing a change does not overwrite a later one.',
    file: 'lib/sessions/changes/undo-change.ts',
    text: ', ifRevision: revision }',
    becomes: ' }',
    test: {
      file: 'lib/sessions/changes/undo-and-notify.integration.test.ts',
      name: 'but not if the session has changed since',
    },
  },
  {
    rule: 'The same absence sent twice at once is stored once: the trainer is locked.',
    file: 'lib/sessions/absences/record-absence.ts',
    text: 'await refuseUnlessTrainer(context, trainerId)',
    becomes: '',
    test: {
      file: 'lib/sessions/absences/absences.integration.test.ts',
      name: 'is not recorded again while another transaction records it',
    },
  },
]
