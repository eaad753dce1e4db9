import type { Safeguard } from './safeguard.ts'

const signInLimits = 'lib/identity/sign-in/sign-in-limits.integration.test.ts'
const signInTest = 'lib/identity/sign-in/sign-in.integration.test.ts'
const acceptLinkTest = 'lib/identity/password-links/accept-link.integration.test.ts'
const passwordReset = 'lib/identity/password-links/password-reset.integration.test.ts'
const findActorTest = 'lib/identity/sign-in/find-actor.integration.test.ts'
const eraseUserTest = 'lib/people/erase-user.integration.test.ts'
const editsAtOnce = 'lib/edit-conflicts/edits-at-once.integration.test.ts'
const changeUserTest = 'lib/people/change-user.integration.test.ts'
const endedSignIn = 'lib/classroom/entry/ended-sign-in.integration.test.ts'

const signInSafeguards: Safeguard[] = [
  {
    rule: 'A password is compared with a hash also where the account has none.',
    file: 'lib/identity/sign-in/passwords.ts',
    text: 'dummyHash ??= hash(',
    becomes: 'if (passwordHash === null) return false\n  dummyHash ??= hash(',
    test: {
      file: 'lib/identity/sign-in/passwords.integration.test.ts',
      name: 'every attempt verifies one hash',
    },
  },
  {
    rule: 'A person who is disabled while their password is checked is not signed in.',
    file: 'lib/identity/sign-in/sign-in.ts',
    text: ' AND "disabledAt" IS NULL',
    becomes: '',
    test: { file: signInTest, name: 'while the password is checked is not signed in' },
  },
  {
    rule: 'A password that is changed while the old one is checked signs nobody in.',
    file: 'lib/identity/sign-in/sign-in.ts',
    text: '"passwordHash" =',
    becomes: "'' <>",
    test: { file: signInTest, name: 'while the password is checked is not signed in' },
  },
  {
    rule: 'A sign-in changes no zone that its person has.',
    file: 'lib/identity/sign-in/sign-in.ts',
    text: 'where: { id, timeZone: null }',
    becomes: 'where: { id }',
    test: {
      file: 'lib/identity/sign-in/first-zone.integration.test.ts',
      name: 'a sign-in does not change an existing time zone',
    },
  },
  {
    rule: 'Only the hash of a credential is stored.',
    file: 'lib/identity/sign-in/credential.ts',
    text: "createHash('sha256').update(value).digest()",
    becomes: 'Buffer.from(value)',
    test: { file: signInTest, name: 'only its hash is stored' },
  },
  {
    rule: 'A right sign-in gives back only its own attempt to the address that others share.',
    file: 'lib/identity/sign-in/sign-in-limits.ts',
    text: 'await refundAttempts(context, shared)',
    becomes: 'for (const counter of shared) await forgetAttempts(context, counter)',
    test: {
      file: signInLimits,
      name: 'a successful sign-in keeps the failures of other accounts at its address',
    },
  },
  {
    rule: 'A device is known by a signature that it cannot make.',
    file: 'lib/identity/sign-in/known-device.ts',
    text: 'timingSafeEqual(expected, given) ? id : null',
    becomes: 'timingSafeEqual(expected, given) ? id : id',
    test: { file: 'lib/identity/sign-in/known-device.test.ts', name: 'a forged value is unknown' },
  },
  {
    rule: 'A credential of a disabled person shows nobody.',
    file: 'lib/identity/sign-in/find-actor.ts',
    text: ' AND person."disabledAt" IS NULL',
    becomes: '',
    test: { file: findActorTest, name: 'a changed role and a disabled user take effect' },
  },
  {
    rule: 'A sign-in that ran out shows nobody.',
    file: 'lib/identity/sign-in/find-actor.ts',
    text: 'signed."expiresAt" >',
    becomes: "'infinity'::timestamptz >",
    test: { file: findActorTest, name: 'is extended by use and ends after idle time' },
  },
  {
    rule: 'The end of a sign-in is never moved back.',
    file: 'lib/identity/sign-in/find-actor.ts',
    text: 'where: { id, expiresAt: { lt: expiresAt } }',
    becomes: 'where: { id }',
    test: { file: findActorTest, name: 'the expiry of a sign-in never moves earlier' },
  },
  {
    rule: 'Use keeps no sign-in alive beyond its longest life.',
    file: 'lib/identity/sign-in/sign-in-lifetime.ts',
    text: 'Math.min(now.getTime() + idle, signIn.createdAt.getTime() + longest)',
    becomes: 'now.getTime() + idle',
    test: { file: findActorTest, name: 'the lifetime of a sign-in is at most 30 days' },
  },
  {
    rule: 'A signed-in person who guesses their own password is stopped.',
    file: 'lib/identity/sign-in/change-password.ts',
    text: 'await countOrRefuse(context, counters)',
    becomes: '',
    test: {
      file: 'lib/identity/sign-in/change-password.integration.test.ts',
      name: 'a session that guesses the current password',
    },
  },
  {
    rule: 'Changing the password does not undo one that was set since the old one was checked.',
    file: 'lib/identity/sign-in/change-password.ts',
    text: 'where: { id, passwordHash: checkedHash }',
    becomes: 'where: { id }',
    test: { file: findActorTest, name: 'does not overwrite a password that an admin sets' },
  },
  {
    rule: 'Signing out puts a person out of the rooms that they entered by this sign-in.',
    file: 'lib/identity/sign-in/sign-out.ts',
    text: 'await removeEndedSignInsFromRooms(context, actor.id)',
    becomes: '',
    test: { file: endedSignIn, name: 'the other device of a person who' },
  },
  {
    rule: 'Files tell no address of somebody who was erased.',
    file: 'lib/exports/with-emails.ts',
    text: ', erasedAt: null }',
    becomes: ' }',
    test: {
      file: 'lib/exports/export-audit.integration.test.ts',
      name: 'an erased person appears under a pseudonym',
    },
  },
]

const linkSafeguards: Safeguard[] = [
  {
    rule: 'A link sets a password once.',
    file: 'lib/identity/password-links/accept-link.ts',
    text: 'usedAt: null,',
    becomes: '',
    test: { file: acceptLinkTest, name: 'accepted by twenty concurrent requests' },
  },
  {
    rule: 'A link that is taken back while it is accepted sets nothing.',
    file: 'lib/identity/password-links/accept-link.ts',
    text: 'revokedAt: null,',
    becomes: '',
    test: { file: acceptLinkTest, name: 'while it is being accepted sets nothing' },
  },
  {
    rule: 'An invitation runs out after 7 days.',
    file: 'lib/identity/password-links/create-invitations.ts',
    text: 'INVITATION_LIFETIME_MS = WEEK_MS',
    becomes: 'INVITATION_LIFETIME_MS = 2 * WEEK_MS',
    test: { file: acceptLinkTest, name: 'expires after 7 days' },
  },
  {
    rule: 'A link for a new password runs out after an hour.',
    file: 'lib/identity/password-links/create-password-reset.ts',
    text: 'RESET_LIFETIME_MS = HOUR_MS',
    becomes: 'RESET_LIFETIME_MS = 2 * HOUR_MS',
    test: { file: acceptLinkTest, name: 'and lasts an hour' },
  },
  {
    rule: 'A new password by a link signs everybody out.',
    file: 'lib/identity/password-links/accept-link.ts',
    text: 'await endSignIns(context, userId)',
    becomes: '',
    test: { file: acceptLinkTest, name: 'ends all sign-ins' },
  },
  {
    rule: 'A link tells whose it is only while it is open.',
    file: 'lib/identity/password-links/find-link.ts',
    text: "holder: state === 'open' ?",
    becomes: 'holder: true ?',
    test: { file: acceptLinkTest, name: 'shows its holder' },
  },
  {
    rule: 'A key that was signed for something else opens no link.',
    file: 'lib/kernel/links.ts',
    text: '.update(',
    becomes: '.update(subject || ',
    test: { file: acceptLinkTest, name: 'a key for another purpose, is not found' },
  },
  {
    rule: 'Reset links are counted while the person is locked, so that requests at once cannot pass together.',
    file: 'lib/identity/password-links/request-password-reset.ts',
    text: 'FOR NO KEY UPDATE',
    becomes: '',
    test: { file: passwordReset, name: 'counts e-mails that concurrent requests are sending' },
  },
  {
    rule: 'An address asks for at most 20 reset links.',
    file: 'lib/identity/password-links/request-password-reset.ts',
    text: "{ limit: 'reset-address', subject: hashedSubject(address, secret) },",
    becomes: '',
    test: { file: passwordReset, name: 'for many e-mails from one address' },
  },
  {
    rule: 'The answer about a reset link takes as long for an unknown e-mail.',
    file: 'lib/identity/password-links/request-password-reset.ts',
    text: 'delay(MIN_RESPONSE_MS), ',
    becomes: '',
    test: { file: passwordReset, name: 'gives the same answer in the same time' },
  },
  {
    rule: 'An invitation does not change the role of somebody who is there.',
    file: 'lib/people/invite-people.ts',
    text: 'if (person.role !== role)',
    becomes: 'if (false)',
    test: {
      file: 'lib/people/invite-people.integration.test.ts',
      name: 'skips invalid addresses',
    },
  },
]

const peopleSafeguards: Safeguard[] = [
  {
    rule: 'An act of an admin is refused where the admin is disabled at the same moment.',
    file: 'lib/identity/lock-person.ts',
    text: 'refuseUnlessAdmin(rows.find((row) => row.id === actor.id))',
    becomes: '',
    test: {
      file: 'lib/identity/lock-person.integration.test.ts',
      name: 'an admin who is being disabled cannot',
    },
  },
  {
    rule: 'Only admins look at one person.',
    file: 'lib/people/find-user.ts',
    text: 'if (!mayManagePeople(actor))',
    becomes: 'if (false)',
    test: { file: 'lib/people/list-people.integration.test.ts', name: 'cannot be looked up by a' },
  },
  {
    rule: 'A trainer for whom a session is being planned at the same moment keeps the role.',
    file: 'lib/identity/lock-person.ts',
    text: 'ORDER BY "id" FOR NO KEY UPDATE',
    becomes: 'ORDER BY "id"',
    test: { file: changeUserTest, name: 'while a session is being planned for the trainer' },
  },
  {
    rule: 'Enabling somebody ends sign-ins that were under way while they were disabled.',
    file: 'lib/people/change-user.ts',
    text: 'before.disabled !== after.disabled) await endSignIns',
    becomes: '(!before.disabled && after.disabled)) await endSignIns',
    test: { file: changeUserTest, name: 'earlier sign-ins and links stay ended' },
  },
  {
    rule: 'A person is not changed by an admin who has not seen what another one made of them.',
    file: 'lib/people/change-user.ts',
    text: 'revision: before.revision }, ifRevision,',
    becomes: 'revision: before.revision }, undefined,',
    test: {
      file: editsAtOnce,
      name: 'a user that another admin has changed since it was read stays unchanged, and',
    },
  },
  {
    rule: 'A new password raises the revision of its person.',
    file: 'lib/people/change-user.ts',
    text: '((changed || passwordHash) &&',
    becomes: '(changed &&',
    test: { file: changeUserTest, name: 'rises by one with' },
  },
  {
    rule: 'Erasing a trainer raises the revision of their classes.',
    file: 'lib/people/erase-user.ts',
    text: 'data: { trainerId: null, revision: { increment: 1 } },',
    becomes: 'data: { trainerId: null },',
    test: { file: eraseUserTest, name: 'deletes the absences of a trainer' },
  },
  {
    rule: 'Erasing a trainer erases their absences.',
    file: 'lib/people/erase-user.ts',
    text: 'await database.absence.deleteMany({ where: { trainerId: id } })',
    becomes: '',
    test: { file: eraseUserTest, name: 'deletes the absences of a trainer' },
  },
  {
    rule: 'The calendar feed of an erased person has no address that anybody knows.',
    file: 'lib/people/erase-user.ts',
    text: 'feedSerial: { increment: 1 },',
    becomes: '',
    test: { file: eraseUserTest, name: 'invalidates the address of their calendar feed' },
  },
  {
    rule: 'Only who was signed in to an account learns that it was erased or disabled.',
    file: 'lib/identity/sign-in/refuse-ended.ts',
    text: 'endedSignIn.findUnique({\n    where: { tokenHash: hashCredential(credential) },',
    becomes: 'endedSignIn.findFirst({',
    test: {
      file: 'lib/identity/sign-in/refuse-ended.integration.test.ts',
      name: 'other credentials do not reveal what happened',
    },
  },
  {
    rule: 'Why a sign-in ended is forgotten after a week.',
    file: 'lib/identity/sign-in/delete-expired-records.ts',
    text: 'await database.endedSignIn.deleteMany({ where: { endedAt: weekAgo } })',
    becomes: '',
    test: {
      file: 'lib/identity/sign-in/refuse-ended.integration.test.ts',
      name: 'other credentials do not reveal what happened',
    },
  },
  {
    rule: 'The first admin is made only where there is none.',
    file: 'lib/people/create-first-admin.ts',
    text: `"role" = 'ADMIN')`,
    becomes: `"role" = 'ADMIN' AND false)`,
    test: {
      file: 'lib/people/create-first-admin.integration.test.ts',
      name: 'a first admin can be created only if',
    },
  },
]

const textSafeguards: Safeguard[] = [
  {
    rule: 'A name is kept without characters that are not seen.',
    file: 'lib/kernel/fields.ts',
    text: '.overwrite(cleanLine)\n    .min',
    becomes: '.min',
    test: { file: 'lib/kernel/fields.test.ts', name: 'a line' },
  },
  {
    rule: 'A line break in a name is refused.',
    file: 'lib/kernel/fields.ts',
    text: "!value.includes('\\n')",
    becomes: 'true',
    test: { file: 'lib/kernel/fields.test.ts', name: 'oneLine' },
  },
  {
    rule: 'An address is stored in one form, so that nobody has two accounts by one.',
    file: 'lib/identity/api.ts',
    text: '.overwrite(normaliseEmail)\n  .max',
    becomes: '.max',
    test: { file: 'lib/identity/normalise-email.test.ts', name: 'an address has one stored form' },
  },
]

/** Sign-in, links that set a password, and people. */
export const identitySafeguards: Safeguard[] = [
  ...signInSafeguards,
  ...linkSafeguards,
  ...peopleSafeguards,
  ...textSafeguards,
]
