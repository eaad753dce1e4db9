import type { Safeguard } from './safeguard.ts'

const notices = 'lib/notices/notices.integration.test.ts'
const own = 'lib/inbox/own-notices.integration.test.ts'
const writing = 'lib/notices/write-notices.integration.test.ts'
const sending = 'lib/notices/mail/send-emails.integration.test.ts'
const worth = 'lib/notices/mail/worth-sending.integration.test.ts'
const switching = 'lib/notices/mail/change-mail-preference.integration.test.ts'
const looks = 'lib/audit/record-views.integration.test.ts'

/** Notices in the application and by e-mail, and the audit trail. */
export const noticesSafeguards: Safeguard[] = [
  {
    rule: 'A notice’s e-mail is sent once, however often the notice is written.',
    file: 'lib/notices/write-notices.ts',
    text: 'ON CONFLICT ("userId", "key") DO NOTHING',
    becomes: `ON CONFLICT ("userId", "key") DO UPDATE SET "mail" = 'waiting'`,
    test: { file: sending, name: 'a notice repeated with the same key' },
  },
  {
    rule: 'A person who can no longer sign in gets no notices.',
    file: 'lib/notices/write-notices.ts',
    text: ' AND reader."disabledAt" IS NULL',
    becomes: '',
    test: { file: notices, name: 'are not written for users who can no longer sign in' },
  },
  {
    rule: 'Class changes always appear in the application, even if muted.',
    file: 'lib/notices/write-notices.ts',
    text: 'told."always" OR ',
    becomes: '',
    test: { file: writing, name: 'are shown even if muted' },
  },
  {
    rule: 'Links that set a password are sent only by e-mail.',
    file: 'lib/notices/write-notices.ts',
    text: `told."topic" <> 'account' AND `,
    becomes: '',
    test: { file: writing, name: 'links that set a password are not shown' },
  },
  {
    rule: 'Notices are written in a fixed order to avoid deadlocks.',
    file: 'lib/notices/write-notices.ts',
    text: 'ORDER BY reader."id", told."key"',
    becomes: '',
    test: { file: writing, name: 'two concurrent writers of the same notices' },
  },
  {
    rule: 'A list of notices contains only the person’s own.',
    file: 'lib/inbox/list-notices.ts',
    text: 'userId: actor.id,',
    becomes: '',
    test: { file: own, name: 'users cannot read or count notices of other users' },
  },
  {
    rule: 'People can mark only their own notices as read.',
    file: 'lib/inbox/mark-read.ts',
    text: 'userId: actor.id, ',
    becomes: '',
    test: { file: notices, name: 'are marked as read without changing those of other users' },
  },
  {
    rule: 'Reminders are sent only for scheduled or running sessions.',
    file: 'lib/notices/send-session-reminders.ts',
    text: `WHERE session."status" IN ('scheduled', 'in_progress')`,
    becomes: 'WHERE true',
    test: { file: notices, name: '10 minutes before, cancelled' },
  },
  {
    rule: 'No e-mail is sent to a person who was disabled since.',
    file: 'lib/notices/mail/is-still-relevant.ts',
    text: 'if (user.disabledAt) return false',
    becomes: '',
    test: { file: worth, name: 'to a user who has been disabled' },
  },
  {
    rule: 'No e-mail is sent of a kind that its recipient has turned off since.',
    file: 'lib/notices/mail/is-still-relevant.ts',
    text: 'if (user.mutedByMail.includes(topicOf(content))) return false',
    becomes: '',
    test: { file: sending, name: 'a reader who has turned off e-mails' },
  },
  {
    rule: 'E-mails that have waited for more than a day are not sent.',
    file: 'lib/notices/mail/is-still-relevant.ts',
    text: 'if (context.now.getTime() - createdAt.getTime() > TOO_OLD_MS) return false',
    becomes: '',
    test: { file: sending, name: 'an invitation is sent while its link is valid' },
  },
  {
    rule: 'A revoked link is not sent.',
    file: 'lib/notices/mail/password-link.ts',
    text: 'revokedAt: null, ',
    becomes: '',
    test: { file: worth, name: 'with a link that has revokedAt' },
  },
  {
    rule: 'An e-mail is locked while it is sent, so that no other process sends it too.',
    file: 'lib/notices/mail/send-emails.ts',
    text: ' FOR UPDATE SKIP LOCKED',
    becomes: '',
    test: { file: worth, name: 'an e-mail that another process is sending is skipped' },
  },
  {
    rule: 'A mail server that never stops answering does not block sending.',
    file: 'lib/mail/connect-mail.ts',
    text: 'await Promise.race([sending, rejectAfter(timeoutMs)])',
    becomes: 'await sending',
    test: { file: 'lib/mail/connect-mail.test.ts', name: 'an e-mail is given up after its timeout' },
  },
  {
    rule: 'Only keys signed by this application unsubscribe from e-mails.',
    file: 'lib/notices/mail/mail-preferences-key.ts',
    text: "links.read('mail-preferences', key)",
    becomes: "key.split('.')[0]",
    test: { file: sending, name: 'a key that was not signed by this school changes no preference' },
  },
  {
    rule: 'Two kinds of e-mail that are turned off at once are both off.',
    file: 'lib/notices/mail/change-mail-preference.ts',
    text: ' FOR UPDATE`',
    becomes: '`',
    test: { file: switching, name: 'two kinds of e-mail turned off at the same moment' },
  },
  {
    rule: 'An erased person’s unsubscribe key has no effect.',
    file: 'lib/notices/mail/change-mail-preference.ts',
    text: ' AND "erasedAt" IS NULL',
    becomes: '',
    test: { file: switching, name: 'the key of an erased person' },
  },
  {
    rule: 'Names in an e-mail are text, never HTML.',
    file: 'lib/notices/mail/write-email.ts',
    text: `<p style="margin:0 0 8px">\${escaped(text)}</p>`,
    becomes: `<p style="margin:0 0 8px">\${text}</p>`,
    test: { file: sending, name: 'an e-mail has text and HTML' },
  },
  {
    rule: 'Only admins see the mailbox.',
    file: 'lib/mailbox/list-mailbox.ts',
    text: "if (!mayManagePeople(actor)) throw new Refusal('forbidden', 'notAllowed')",
    becomes: '',
    test: { file: notices, name: 'shows only admins the e-mails as they are sent' },
  },
  {
    rule: 'Viewing another person’s open link is recorded in the audit trail.',
    file: 'lib/mailbox/list-mailbox.ts',
    text: "await recordViews(context, 'reset_link_viewed', seen)",
    becomes: '',
    test: { file: notices, name: 'the audit trail records which admin saw it' },
  },
  {
    rule: 'Notices are kept for 90 days.',
    file: 'lib/notices/delete-old-notices.ts',
    text: 'await database.notice.deleteMany({ where: { createdAt: { lt: oldest } } })',
    becomes: '',
    test: { file: notices, name: 'are deleted after 90 days' },
  },
  {
    rule: 'Only admins read the audit trail.',
    file: 'lib/audit/list-audit.ts',
    text: "if (!mayReadAudit(context.actor)) throw new Refusal('forbidden', 'notAllowed')",
    becomes: '',
    test: { file: 'lib/audit/list-audit.integration.test.ts', name: 'is refused to a' },
  },
  {
    rule: 'Audit entries cannot be edited.',
    file: 'prisma/migrations/20261125000000_audit_before_and_after/migration.sql',
    text: `RAISE EXCEPTION 'The audit trail is not edited' USING ERRCODE = 'check_violation', CONSTRAINT = 'AuditEvent_never_edited';`,
    becomes: 'RETURN NEW;',
    test: {
      file: 'lib/audit/delete-old-audit-events.integration.test.ts',
      name: 'the audit trail cannot be edited',
    },
  },
  {
    rule: 'The audit trail is kept for 24 months.',
    file: 'lib/audit/delete-old-audit-events.ts',
    text: `WHERE "at" < \${oldest} ORDER`,
    becomes: 'ORDER',
    test: {
      file: 'lib/audit/delete-old-audit-events.integration.test.ts',
      name: 'the audit trail is kept for 24 months',
    },
  },
  {
    rule: 'Simultaneous views are recorded one at a time.',
    file: 'lib/audit/record-views.ts',
    text: `await database.$queryRaw\`SELECT pg_advisory_xact_lock(hashtext(\${\`\${action} \${actor.id}\`}))::text\``,
    becomes: '',
    test: { file: looks, name: 'concurrent requests count as one view' },
  },
]
