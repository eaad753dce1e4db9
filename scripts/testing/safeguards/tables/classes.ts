import type { Safeguard } from './safeguard.ts'

const atOnce = 'lib/classes/changes-at-once.integration.test.ts'
const changeClass = 'lib/classes/change-class.integration.test.ts'
const editsAtOnce = 'lib/edit-conflicts/edits-at-once.integration.test.ts'
const enrolments = 'lib/classes/change-enrolments.integration.test.ts'
const importing = 'lib/classes/import/import-students.integration.test.ts'
const importingAtOnce = 'lib/classes/import/import-at-once.integration.test.ts'
const namesakes = 'lib/identity/namesakes.integration.test.ts'
const locations = 'lib/locations/locations.integration.test.ts'

/** Classes, enrolments and the import of students; locations and holidays. */
export const classesSafeguards: Safeguard[] = [
  {
    rule: 'Only admins change a class.',
    file: 'lib/classes/change-class.ts',
    text: "if (!mayManageClasses(context.actor)) throw new Refusal('forbidden', 'notAllowed')",
    becomes: '',
    test: { file: changeClass, name: 'cannot see or change a class' },
  },
  {
    rule: 'A class is locked while it is changed, so that nothing is planned for it meanwhile.',
    file: 'lib/classes/change-class.ts',
    text: 'await lockClass(context, classId)',
    becomes: '',
    test: { file: atOnce, name: 'a class is not archived while a session is being planned' },
  },
  {
    rule: 'An admin cannot overwrite another admin’s change of a class unseen.',
    file: 'lib/classes/change-class.ts',
    text: 'await refuseOutdated(context, was, ifRevision,',
    becomes: 'await refuseOutdated(context, was, undefined,',
    test: {
      file: editsAtOnce,
      name: 'a class that another admin has changed since it was read stays unchanged, and',
    },
  },
  {
    rule: 'Saving a class over another admin’s change keeps the fields that were not edited.',
    file: 'components/classes/class-drawer.tsx',
    text: '...pickChanged(filled, course && settingsOf(course)) ',
    becomes: '...filled ',
    test: { file: 'e2e/planning.spec.ts', name: 'two admins change one class' },
  },
  {
    rule: 'Each change of a class raises its revision.',
    file: 'lib/classes/change-class.ts',
    text: 'data: { revision: { increment: 1 } },',
    becomes: 'data: {},',
    test: { file: changeClass, name: 'rises with a new location or trainer' },
  },
  {
    rule: 'An admin cannot overwrite another admin’s change of a location unseen.',
    file: 'lib/locations/change-location.ts',
    text: 'await refuseOutdated(context, before, ifRevision,',
    becomes: 'await refuseOutdated(context, before, undefined,',
    test: {
      file: editsAtOnce,
      name: 'a location that another admin has changed since it was read stays unchanged, and',
    },
  },
  {
    rule: 'Changes of one location are serialised: its row is locked.',
    file: 'lib/locations/change-location.ts',
    text: '::uuid FOR UPDATE`',
    becomes: '::uuid`',
    test: {
      file: editsAtOnce,
      name: 'a location that another admin has changed since it was read stays unchanged if',
    },
  },
  {
    rule: 'A class cannot remove in-person seats that its sessions use.',
    file: 'lib/classes/change-class.ts',
    text: "await refuseIfSessionsExist(context, { ...own, inPersonCapacity: { gt: 0 } }, 'modeStillUsed', 'mode')",
    becomes: '',
    test: { file: changeClass, name: 'cannot drop a mode that open sessions still use' },
  },
  {
    rule: 'Participants in the room stay admitted when a class switches to the lobby.',
    file: 'lib/classes/change-class.ts',
    text: "if (now.admission === 'lobby' && was.admission !== 'lobby')\n      await admitCurrentParticipants(context, classId)",
    becomes: '',
    test: {
      file: 'lib/classroom/admission/admission.integration.test.ts',
      name: 'when set during the class, keeps the current participants',
    },
  },
  {
    rule: 'The audit trail contains no titles.',
    file: 'lib/classes/class-facts.ts',
    text: '{ titleChanged: true }',
    becomes: '{ titleChanged: true, title: now.title }',
    test: { file: changeClass, name: 'changes only for sessions planned later, which is audited' },
  },
  {
    rule: 'Whether a class has in-person seats is checked under its lock.',
    file: 'lib/classes/change-enrolment.ts',
    text: 'const { inPersonCapacity } = await lockClass(context, classId)',
    becomes: 'const { inPersonCapacity } = course',
    test: { file: atOnce, name: 'a student does not become in person while the class drops' },
  },
  {
    rule: 'Changing a student’s default seat kind does not switch seats of started sessions.',
    file: 'lib/classes/change-enrolment.ts',
    text: ', startsAt: { gt: context.now } }',
    becomes: ' }',
    test: { file: enrolments, name: 'changes no seat of a session that has begun or has no in-person seats' },
  },
  {
    rule: 'A class is locked while students leave it, so that no new session seats them.',
    file: 'lib/classes/unenrol-students.ts',
    text: 'await lockClass(context, classId)',
    becomes: '',
    test: { file: atOnce, name: 'a student who is being removed from a class gets no seat' },
  },
  {
    rule: 'A student who leaves a class is removed from its open rooms.',
    file: 'lib/classes/unenrol-students.ts',
    text: 'await markRightsReduced(context, left)',
    becomes: '',
    test: { file: enrolments, name: 'gives their upcoming seats to the waitlist' },
  },
  {
    rule: 'A student who leaves a class may be promoted to a seat that the class had blocked.',
    file: 'lib/classes/unenrol-students.ts',
    text: 'await promoteStudentsAfterCommit(context, studentIds)',
    becomes: '',
    test: { file: enrolments, name: 'frees them for a session at the same time' },
  },
  {
    rule: 'LIKE wildcards in a search are taken literally.',
    file: 'lib/identity/search-people.ts',
    text: 'contains: escapeLike(searchForm(word))',
    becomes: 'contains: searchForm(word)',
    test: {
      file: 'lib/classes/list-class-students.integration.test.ts',
      name: 'LIKE wildcards match literally',
    },
  },
  {
    rule: 'Only admins import students.',
    file: 'lib/classes/import/find-import-class.ts',
    text: "if (!mayManageClasses(actor)) throw new Refusal('forbidden', 'notAllowed')",
    becomes: '',
    test: { file: importing, name: 'for actors who are not admins' },
  },
  {
    rule: 'Students cannot be imported into an archived class.',
    file: 'lib/classes/import/import-students.ts',
    text: 'await lockOpenClass(context, classId)',
    becomes: '',
    test: { file: importing, name: 'an archived class' },
  },
  {
    rule: 'A faulty row stops the whole import, unless faulty rows are to be skipped.',
    file: 'lib/classes/import/import-students.ts',
    text: "if (firstFaulty && faults === 'refuse') throw refuseRows(tally, firstFaulty)",
    becomes: '',
    test: { file: importing, name: 'are skipped, or nothing is written' },
  },
  {
    rule: 'Rows are checked again if a person in them was created meanwhile.',
    file: 'lib/classes/import/import-students.ts',
    text: 'created !== tally.new || ',
    becomes: '',
    test: { file: importingAtOnce, name: 'a person who is created at the same moment' },
  },
  {
    rule: 'Rows are checked again if a person in them was disabled meanwhile.',
    file: 'lib/classes/import/import-students.ts',
    text: ' || (await lockKnownStudents(context)) !== tally.known',
    becomes: '',
    test: { file: importingAtOnce, name: 'a student who is being disabled' },
  },
  {
    rule: 'Known students are locked while they are enrolled from a file.',
    file: 'lib/classes/import/staged-rows.ts',
    text: 'ORDER BY "id" FOR NO KEY UPDATE',
    becomes: 'ORDER BY "id"',
    test: { file: importingAtOnce, name: 'a student who is being disabled' },
  },
  {
    rule: 'An import whose client disconnected writes nothing, even after its last row.',
    file: 'lib/classes/import/import-students.ts',
    text: 'context.progress.signal.throwIfAborted()',
    becomes: '',
    test: { file: importing, name: 'if the client disconnects after the last row' },
  },
  {
    rule: 'A student who is already in the class gets no second notice or audit entry.',
    file: 'lib/classes/import/staged-rows.ts',
    text: `WHERE "status" <> 'enrolled' AND "line" > `,
    becomes: 'WHERE "line" > ',
    test: { file: importing, name: 'is idempotent, and the result shows it' },
  },
  {
    rule: 'Disabled people cannot be imported.',
    file: 'lib/classes/import/check-rows.ts',
    text: 'if (known.disabled || known.erased)',
    becomes: 'if (false)',
    test: { file: 'lib/classes/import/check-rows.test.ts', name: 'a disabled person' },
  },
  {
    rule: 'An uploaded file has no name on disk.',
    file: 'lib/classes/import/temp-file.ts',
    text: 'await unlink(path)',
    becomes: '',
    test: { file: 'lib/classes/import/temp-file.test.ts', name: 'a file has no name on disk' },
  },
  {
    rule: 'An Excel file whose content is too large is not unpacked.',
    file: 'lib/classes/import/workbook-thread.ts',
    text: 'if (size > maxUnpackedBytes)',
    becomes: 'if (size < 0)',
    test: { file: 'lib/classes/import/read-workbook.test.ts', name: 'a workbook that declares a huge size' },
  },
  {
    rule: 'An Excel file that exhausts its thread’s memory is refused.',
    file: 'lib/classes/import/read-workbook.ts',
    text: "if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')",
    becomes: 'if (false)',
    test: { file: 'lib/classes/import/read-workbook.test.ts', name: 'a small file whose only cell' },
  },
  {
    rule: 'A cell with two addresses keeps both.',
    file: 'lib/classes/import/read-address.ts',
    text: "name.includes('@')",
    becomes: 'false',
    test: { file: 'lib/classes/import/read-address.test.ts', name: 'Anna <a@b.test>, Bo' },
  },
  {
    rule: 'A location is locked while it is changed, so that nothing is planned there meanwhile.',
    file: 'lib/locations/change-location.ts',
    text: `WHERE "id" = \${id}::uuid FOR UPDATE`,
    becomes: `WHERE "id" = \${id}::uuid`,
    test: { file: locations, name: 'a location is not archived while a session is being planned' },
  },
  {
    rule: 'Only admins see the holidays.',
    file: 'lib/holidays/list-holidays.ts',
    text: "if (!mayManageClasses(actor)) throw new Refusal('forbidden', 'notAllowed')",
    becomes: '',
    test: { file: 'lib/holidays/holidays.integration.test.ts', name: 'cannot manage holidays' },
  },
  {
    rule: 'E-mails that distinguish students with the same name are for staff only, on pages.',
    file: 'lib/sessions/reading/find-session.ts',
    text: 'mayReadEmails(actor) ? await readNamesakes({ database }, sessionId) : []',
    becomes: 'await readNamesakes({ database }, sessionId)',
    test: { file: namesakes, name: 'staff see the e-mail of each' },
  },
  {
    rule: 'E-mails that distinguish students with the same name are for staff only, in the room.',
    file: 'lib/classroom/room/read-room.ts',
    text: 'seesEmails: mayReadEmails(actor)',
    becomes: 'seesEmails: true',
    test: { file: namesakes, name: 'staff see the e-mail of each' },
  },
  {
    rule: 'Erased people do not count when students with the same name are numbered.',
    file: 'lib/identity/namesakes.ts',
    text: 'AND namesake."erasedAt" IS NULL',
    becomes: '',
    test: { file: namesakes, name: 'a number disappears with the namesake' },
  },
  {
    rule: 'Students with the same name are numbered within their own class.',
    file: 'lib/identity/namesakes.ts',
    text: `AND earlier."classId" = \${classId}`,
    becomes: '',
    test: { file: namesakes, name: 'a number disappears with the namesake' },
  },
]
