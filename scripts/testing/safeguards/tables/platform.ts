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
    rule: 'A transaction that read something outdated runs again.',
    file: 'lib/database/transaction.ts',
    text: 'error instanceof StaleRead || ',
    becomes: '',
    test: { file: transactions, name: 'runs again from the start' },
  },
  {
    rule: 'A transaction that lost to another one runs again.',
    file: 'lib/database/transaction.ts',
    text: ' || isRetryable(error)',
    becomes: '',
    test: { file: transactions, name: 'runs again if it loses a deadlock' },
  },
  {
    rule: 'PostgreSQL ends statements and transactions that last too long.',
    file: 'lib/database/client.ts',
    text: '...(preparedStatements && serverLimits),',
    becomes: '',
    test: { file: limits, name: 'may take 15 s' },
  },
  {
    rule: 'A connection whose transaction could not be ended serves nobody else.',
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
    rule: 'Listening comes back after its connection was lost.',
    file: 'lib/database/listen.ts',
    text: 'while (!stopping.signal.aborted) {',
    becomes: 'for (const _ of [1]) {',
    test: {
      file: 'lib/page-events/publish-to-pages.integration.test.ts',
      name: 'listening resumes after its connection is lost',
    },
  },
  {
    rule: 'Addresses are kept in small letters, so that nobody has two accounts by one.',
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
    rule: 'Jobs that a person waits for run before background jobs.',
    file: 'lib/jobs/boss.ts',
    text: 'background ? BACKGROUND_PRIORITY : NORMAL_PRIORITY',
    becomes: 'NORMAL_PRIORITY',
    test: { file: boss, name: 'a job that a user waits for runs before a backlog' },
  },
  {
    rule: 'A job that fails is tried again.',
    file: 'lib/jobs/boss.ts',
    text: "outcome?.status === 'fulfilled'",
    becomes: 'true',
    test: { file: boss, name: 'a failed job is retried until it succeeds' },
  },
  {
    rule: 'A job that fails outlives an outage of an hour.',
    file: 'lib/jobs/boss.ts',
    text: 'retryLimit: 12',
    becomes: 'retryLimit: 2',
    test: { file: boss, name: 'a failed job is retried for more than an hour' },
  },
  {
    rule: 'Sessions that nobody ended are completed.',
    file: 'worker/start.ts',
    text: "repeatEvery(30 * SECOND_MS, 'complete overdue sessions', () => completeOverdueSessions(systemContext())),",
    becomes: '',
    test: { file: worker, name: 'the worker runs all periodic tasks' },
  },
  {
    rule: 'Changes are told by a job.',
    file: 'worker/handlers.ts',
    text: 'notifyOfChange(systemContext(), payload)',
    becomes: 'Promise.resolve()',
    test: { file: worker, name: 'the worker runs all periodic tasks' },
  },
  {
    rule: 'Work that still runs is not begun again.',
    file: 'worker/ticker.ts',
    text: 'if (running || tick',
    becomes: 'if (tick',
    test: { file: 'worker/ticker.test.ts', name: 'a long task skips ticks' },
  },
  {
    rule: 'Work that was stopped does not run again.',
    file: 'worker/repeat-every.ts',
    text: 'if (!stopped) timer',
    becomes: 'timer',
    test: { file: 'worker/repeat-every.test.ts', name: 'stopped work does not run again' },
  },
  {
    rule: 'A media event that comes during a run is not left waiting.',
    file: 'worker/event-loop.ts',
    text: '[stopping.signal, woken.signal]',
    becomes: '[stopping.signal]',
    test: { file: 'worker/event-loop.test.ts', name: 'an event that is stored during a run' },
  },
  {
    rule: 'A wall time that comes twice means the earlier one.',
    file: 'lib/time/zones.ts',
    text: "resolved.kind === 'twice' ? resolved.earlier : null",
    becomes: "resolved.kind === 'twice' ? resolved.later : null",
    test: { file: 'lib/time/zones.test.ts', name: 'Europe/Berlin shows 2026-10-25 02:30' },
  },
]
