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
    rule: 'A password is compared with a hash even if the account has none.',
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
    rule: 'If the password changes while the old one is checked, sign-in fails.',
    file: 'lib/identity/sign-in/sign-in.ts',
    text: '"passwordHash" =',
    becomes: "'' <>",
    test: { file: signInTest, name: 'while the password is checked is not signed in' },
  },
  {
    rule: 'A sign-in does not change an existing time zone.',
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
    rule: 'A successful sign-in returns only its own attempt to a shared address.',
    file: 'lib/identity/sign-in/sign-in-limits.ts',
    text: 'await refundAttempts(context, shared)',
    becomes: 'for (const counter of shared) await forgetAttempts(context, counter)',
    test: {
      file: signInLimits,
      name: 'a successful sign-in keeps the failures of other accounts at its address',
    },
  },
  {
    rule: 'A device is recognised by a signature that clients cannot forge.',
    file: 'lib/identity/sign-in/known-device.ts',
    text: 'timingSafeEqual(expected, given) ? id : null',
    becomes: 'timingSafeEqual(expected, given) ? id : id',
    test: { file: 'lib/identity/sign-in/known-device.test.ts', name: 'a forged value is unknown' },
  },
  {
    rule: 'A disabled person’s credential does not authenticate.',
    file: 'lib/identity/sign-in/find-actor.ts',
    text: ' AND person."disabledAt" IS NULL',
    becomes: '',
    test: { file: findActorTest, name: 'a changed role and a disabled user take effect' },
  },
  {
    rule: 'An expired sign-in does not authenticate.',
    file: 'lib/identity/sign-in/find-actor.ts',
    text: 'signed."expiresAt" >',
    becomes: "'infinity'::timestamptz >",
    test: { file: findActorTest, name: 'is extended by use and ends after idle time' },
  },
  {
    rule: 'The expiry of a sign-in is never moved to an earlier time.',
    file: 'lib/identity/sign-in/find-actor.ts',
    text: 'where: { id, expiresAt: { lt: expiresAt } }',
    becomes: 'where: { id }',
    test: { file: findActorTest, name: 'the expiry of a sign-in never moves earlier' },
  },
  {
    rule: 'Activity does not extend a sign-in beyond its maximum lifetime.',
    file: 'lib/identity/sign-in/sign-in-lifetime.ts',
    text: 'Math.min(now.getTime() + idle, signIn.createdAt.getTime() + longest)',
    becomes: 'now.getTime() + idle',
    test: { file: findActorTest, name: 'the lifetime of a sign-in is at most 30 days' },
  },
  {
    rule: 'Guessing the password is limited for signed-in people too.',
    file: 'lib/identity/sign-in/change-password.ts',
    text: 'await countOrRefuse(context, counters)',
    becomes: '',
    test: {
      file: 'lib/identity/sign-in/change-password.integration.test.ts',
      name: 'a session that guesses the current password',
    },
  },
  {
    rule: 'A password change does not overwrite a password set since the old one was checked.',
    file: 'lib/identity/sign-in/change-password.ts',
    text: 'where: { id, passwordHash: checkedHash }',
    becomes: 'where: { id }',
    test: { file: findActorTest, name: 'does not overwrite a password that an admin sets' },
  },
  {
    rule: 'Signing out removes a person from the rooms entered with this sign-in.',
    file: 'lib/identity/sign-in/sign-out.ts',
    text: 'await removeEndedSignInsFromRooms(context, actor.id)',
    becomes: '',
    test: { file: endedSignIn, name: 'the other device of a person who' },
  },
  {
    rule: 'Exported files contain no address of an erased person.',
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
    rule: 'A link that is revoked while being accepted sets no password.',
    file: 'lib/identity/password-links/accept-link.ts',
    text: 'revokedAt: null,',
    becomes: '',
    test: { file: acceptLinkTest, name: 'while it is being accepted sets nothing' },
  },
  {
    rule: 'An invitation expires after 7 days.',
    file: 'lib/identity/password-links/create-invitations.ts',
    text: 'INVITATION_LIFETIME_MS = WEEK_MS',
    becomes: 'INVITATION_LIFETIME_MS = 2 * WEEK_MS',
    test: { file: acceptLinkTest, name: 'expires after 7 days' },
  },
  {
    rule: 'A password reset link expires after an hour.',
    file: 'lib/identity/password-links/create-password-reset.ts',
    text: 'RESET_LIFETIME_MS = HOUR_MS',
    becomes: 'RESET_LIFETIME_MS = 2 * HOUR_MS',
    test: { file: acceptLinkTest, name: 'and lasts an hour' },
  },
  {
    rule: 'A new password set by a link ends all of the account’s sign-ins.',
    file: 'lib/identity/password-links/accept-link.ts',
    text: 'await endSignIns(context, userId)',
    becomes: '',
    test: { file: acceptLinkTest, name: 'ends all sign-ins' },
  },
  {
    rule: 'A link shows its owner only while it is open.',
    file: 'lib/identity/password-links/find-link.ts',
    text: "holder: state === 'open' ?",
    becomes: 'holder: true ?',
    test: { file: acceptLinkTest, name: 'shows its holder' },
  },
  {
    rule: 'A key signed for another purpose opens no link.',
    file: 'lib/kernel/links.ts',
    text: '.update(',
    becomes: '.update(subject || ',
    test: { file: acceptLinkTest, name: 'a key for another purpose, is not found' },
  },
  {
    rule: 'Reset links are counted while the person is locked, so that simultaneous requests cannot exceed the limit.',
    file: 'lib/identity/password-links/request-password-reset.ts',
    text: 'FOR NO KEY UPDATE',
    becomes: '',
    test: { file: passwordReset, name: 'counts e-mails that concurrent requests are sending' },
  },
  {
    rule: 'A client address can request at most 20 reset links.',
    file: 'lib/identity/password-links/request-password-reset.ts',
    text: "{ limit: 'reset-address', subject: hashedSubject(address, secret) },",
    becomes: '',
    test: { file: passwordReset, name: 'for many e-mails from one address' },
  },
  {
    rule: 'A reset link request takes equally long for an unknown e-mail.',
    file: 'lib/identity/password-links/request-password-reset.ts',
    text: 'delay(MIN_RESPONSE_MS), ',
    becomes: '',
    test: { file: passwordReset, name: 'gives the same answer in the same time' },
  },
  {
    rule: 'An invitation does not change the role of an existing person.',
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
    rule: 'An admin’s action is refused if the admin is disabled at the same moment.',
    file: 'lib/identity/lock-person.ts',
    text: 'refuseUnlessAdmin(rows.find((row) => row.id === actor.id))',
    becomes: '',
    test: {
      file: 'lib/identity/lock-person.integration.test.ts',
      name: 'an admin who is being disabled cannot',
    },
  },
  {
    rule: 'Only admins can view a person.',
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
    rule: 'Enabling a person ends sign-ins that were in progress while they were disabled.',
    file: 'lib/people/change-user.ts',
    text: 'before.disabled !== after.disabled) await endSignIns',
    becomes: '(!before.disabled && after.disabled)) await endSignIns',
    test: { file: changeUserTest, name: 'earlier sign-ins and links stay ended' },
  },
  {
    rule: 'An admin cannot overwrite another admin’s change of a person unseen.',
    file: 'lib/people/change-user.ts',
    text: 'revision: before.revision }, ifRevision,',
    becomes: 'revision: before.revision }, undefined,',
    test: {
      file: editsAtOnce,
      name: 'a user that another admin has changed since it was read stays unchanged, and',
    },
  },
  {
    rule: 'A new password raises the person’s revision.',
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
    rule: 'Erasing a person invalidates the known address of their calendar feed.',
    file: 'lib/people/erase-user.ts',
    text: 'feedSerial: { increment: 1 },',
    becomes: '',
    test: { file: eraseUserTest, name: 'invalidates the address of their calendar feed' },
  },
  {
    rule: 'Only people who were signed in to an account learn that it was erased or disabled.',
    file: 'lib/identity/sign-in/refuse-ended.ts',
    text: 'endedSignIn.findUnique({\n    where: { tokenHash: hashCredential(credential) },',
    becomes: 'endedSignIn.findFirst({',
    test: {
      file: 'lib/identity/sign-in/refuse-ended.integration.test.ts',
      name: 'other credentials do not reveal what happened',
    },
  },
  {
    rule: 'The reason why a sign-in ended is deleted after a week.',
    file: 'lib/identity/sign-in/delete-expired-records.ts',
    text: 'await database.endedSignIn.deleteMany({ where: { endedAt: weekAgo } })',
    becomes: '',
    test: {
      file: 'lib/identity/sign-in/refuse-ended.integration.test.ts',
      name: 'other credentials do not reveal what happened',
    },
  },
  {
    rule: 'The first admin can be created only if there is no admin.',
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
    rule: 'Invisible characters are removed from names.',
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
    rule: 'An e-mail address is stored in one form, so that it cannot have two accounts.',
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
