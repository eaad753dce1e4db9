import type { Safeguard } from './safeguard.ts'

const boss = 'lib/jobs/boss.integration.test.ts'
const limits = 'lib/database/time-limits.integration.test.ts'
const transactions = 'lib/database/transaction.integration.test.ts'
const serialising = 'lib/database/serialise-transactions.integration.test.ts'
const refused = 'lib/database/refused-writes.integration.test.ts'
const worker = 'worker/start.integration.test.ts'

/** Database, job queue, worker and times. */
export const platformSafeguards: Safeguard[] = [
  {
    rule: 'A transaction that read outdated data is retried.',
    file: 'lib/database/transaction.ts',
    text: 'error instanceof StaleRead || ',
    becomes: '',
    test: { file: transactions, name: 'runs again from the start' },
  },
  {
    rule: 'A transaction that lost a conflict is retried.',
    file: 'lib/database/transaction.ts',
    text: ' || isRetryable(error)',
    becomes: '',
    test: { file: transactions, name: 'runs again if it loses a deadlock' },
  },
  {
    rule: 'PostgreSQL cancels statements and transactions that take too long.',
    file: 'lib/database/client.ts',
    text: '...(preparedStatements && serverLimits),',
    becomes: '',
    test: { file: limits, name: 'may take 15 s' },
  },
  {
    rule: 'A connection whose transaction could not be ended is not reused.',
    file: 'lib/database/client.ts',
    text: "pool.on('release', (_, client) => endUnlessIdle(client))",
    becomes: '',
    test: { file: limits, name: 'a connection that does not respond is closed' },
  },
  {
    rule: 'A query after the end of its transaction is refused.',
    file: 'lib/database/serialise-transactions.ts',
    text: "if (ended) throw new Error('The transaction of this query has ended.')",
    becomes: '',
    test: { file: serialising, name: 'a query after the end of its transaction is refused' },
  },
  {
    rule: 'Queries of a transaction are sent one at a time.',
    file: 'lib/database/serialise-transactions.ts',
    text: 'last = result.catch(() => {})',
    becomes: '',
    test: { file: serialising, name: 'a transaction that reads many relations at once' },
  },
  {
    rule: 'LISTEN reconnects after its connection is lost.',
    file: 'lib/database/listen.ts',
    text: 'while (!stopping.signal.aborted) {',
    becomes: 'for (const _ of [1]) {',
    test: {
      file: 'lib/page-events/publish-to-pages.integration.test.ts',
      name: 'listening resumes after its connection is lost',
    },
  },
  {
    rule: 'E-mail addresses are stored in lower case, so that an address cannot have two accounts.',
    file: 'prisma/migrations/20261123000100_constraints/migration.sql',
    text: 'CHECK ("email" = lower("email"))',
    becomes: `CHECK ("email" <> '')`,
    test: { file: refused, name: 'an address with capital letters is refused' },
  },
  {
    rule: 'A job is sent in the transaction that needs it.',
    file: 'lib/jobs/boss.ts',
    text: '{ db: fromPrisma(database) }',
    becomes: '{}',
    test: { file: boss, name: 'a job runs after its transaction is committed' },
  },
  {
    rule: 'A job does not run before its time.',
    file: 'lib/jobs/boss.ts',
    text: '({ data, startAfter, priority })',
    becomes: '({ data, priority })',
    test: { file: boss, name: 'a job does not run before its start time' },
  },
  {
    rule: 'Jobs that a user waits for run before background jobs.',
    file: 'lib/jobs/boss.ts',
    text: 'background ? BACKGROUND_PRIORITY : NORMAL_PRIORITY',
    becomes: 'NORMAL_PRIORITY',
    test: { file: boss, name: 'a job that a user waits for runs before a backlog' },
  },
  {
    rule: 'A failed job is retried.',
    file: 'lib/jobs/boss.ts',
    text: "outcome?.status === 'fulfilled'",
    becomes: 'true',
    test: { file: boss, name: 'a failed job is retried until it succeeds' },
  },
  {
    rule: 'Retries of a failed job span an outage of an hour.',
    file: 'lib/jobs/boss.ts',
    text: 'retryLimit: 12',
    becomes: 'retryLimit: 2',
    test: { file: boss, name: 'a failed job is retried for more than an hour' },
  },
  {
    rule: 'Sessions that were never ended are completed automatically.',
    file: 'worker/start.ts',
    text: "repeatEvery(30 * SECOND_MS, 'complete overdue sessions', () => completeOverdueSessions(systemContext())),",
    becomes: '',
    test: { file: worker, name: 'the worker runs all periodic tasks' },
  },
  {
    rule: 'Change notices are sent by a job.',
    file: 'worker/handlers.ts',
    text: 'notifyOfChange(systemContext(), payload)',
    becomes: 'Promise.resolve()',
    test: { file: worker, name: 'the worker runs all periodic tasks' },
  },
  {
    rule: 'Recurring work does not start again while it still runs.',
    file: 'worker/ticker.ts',
    text: 'if (running || tick',
    becomes: 'if (tick',
    test: { file: 'worker/ticker.test.ts', name: 'a long task skips ticks' },
  },
  {
    rule: 'Stopped recurring work does not run again.',
    file: 'worker/repeat-every.ts',
    text: 'if (!stopped) timer',
    becomes: 'timer',
    test: { file: 'worker/repeat-every.test.ts', name: 'stopped work does not run again' },
  },
  {
    rule: 'A media event that arrives during a run is applied right after it.',
    file: 'worker/event-loop.ts',
    text: '[stopping.signal, woken.signal]',
    becomes: '[stopping.signal]',
    test: { file: 'worker/event-loop.test.ts', name: 'an event that is stored during a run' },
  },
  {
    rule: 'An ambiguous local time at a clock change means the earlier one.',
    file: 'lib/time/zones.ts',
    text: "resolved.kind === 'twice' ? resolved.earlier : null",
    becomes: "resolved.kind === 'twice' ? resolved.later : null",
    test: { file: 'lib/time/zones.test.ts', name: 'Europe/Berlin shows 2026-10-25 02:30' },
  },
]
