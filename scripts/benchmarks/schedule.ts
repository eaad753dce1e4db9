import { listAudit } from '#lib/audit/list-audit.ts'
import type { Actor } from '#lib/context/actor.ts'
import type { Context } from '#lib/context/context.ts'
import type { Database } from '#lib/database/client.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { sessionId, signInId, userId } from '#lib/kernel/ids.ts'
import { findNextSession } from '#lib/sessions/reading/find-next-session.ts'
import { findSession } from '#lib/sessions/reading/find-session.ts'
import { listLiveSessions } from '#lib/sessions/reading/list-live-sessions.ts'
import { listSessions } from '#lib/sessions/reading/list-sessions.ts'
import type { BenchEnvironment } from '#scripts/benchmarks/measuring/bench-environment.ts'
import { createDatabase } from '#scripts/benchmarks/measuring/create-database.ts'
import {
  fillSchool,
  numberedId,
  type SchoolSize,
  STUDENT,
} from '#scripts/benchmarks/measuring/fill-school.ts'
import { type Cost, openRecordedDatabase } from '#scripts/benchmarks/measuring/recorded-database.ts'
import { applyMigrations } from '#scripts/dev-stack/database/apply-migrations.ts'
import { runStep } from '#scripts/running/run-step.ts'

const SMALL: SchoolSize = { sessions: 10_000, people: 500 }
const LARGE: SchoolSize = { sessions: 1_000_000, people: 50_000 }
const MAX_BUFFERS = 1.3
const MAX_TIME = 1.5
const TOLERATED_MS = 0.2

const MONDAY = new Date('2026-11-23T00:00:00Z')
const SUNDAY = new Date('2026-11-30T00:00:00Z')
const NOW = new Date('2026-11-25T09:00:00Z')
const week = { from: MONDAY, to: SUNDAY, limit: 100 }

/** The reads of each page, with the user's role. */
const pages: { name: string; as: [Role, number]; read: (context: Context) => Promise<unknown> }[] = [
  { name: 'week of the school', as: ['ADMIN', 0], read: (context) => listSessions(context, week) },
  { name: 'week of a trainer', as: ['TRAINER', 0], read: (context) => listSessions(context, week) },
  {
    name: 'own next sessions',
    as: ['STUDENT', STUDENT],
    read: async (context) => {
      await findNextSession(context)
      await listSessions(context, { from: NOW, limit: 11 })
    },
  },
  {
    name: 'own past sessions',
    as: ['STUDENT', STUDENT],
    read: (context) => listSessions(context, { to: NOW, latestFirst: true, limit: 9 }),
  },
  { name: 'live now', as: ['ADMIN', 0], read: (context) => listLiveSessions(context) },
  {
    name: 'seats of a session',
    as: ['ADMIN', 0],
    read: (context) => findSession(context, { sessionId: sessionId.parse(numberedId('session', 5)) }),
  },
  { name: 'audit page', as: ['ADMIN', 0], read: (context) => listAudit(context, { limit: 50 }) },
  {
    name: 'audit of a person',
    as: ['ADMIN', 0],
    read: (context) => listAudit(context, { limit: 30, actorId: userId.parse(numberedId('person', 0)) }),
  },
]

/** Cost of the pages' queries in a school a hundred times as large, as PostgreSQL reports it. */
export default async function run({ databaseUrl }: BenchEnvironment): Promise<boolean> {
  const small = await runStep('Small school filled', () => measureSchool(databaseUrl, 'bench_small', SMALL))
  const large = await runStep('Large school filled', () => measureSchool(databaseUrl, 'bench_large', LARGE))
  console.info('page                  rows         buffers      ratio  ms             ratio')
  const verdicts = pages.map(({ name }) => report(name, small.get(name), large.get(name)))
  return verdicts.every(Boolean)
}

async function measureSchool(server: string, name: string, size: SchoolSize): Promise<Map<string, Cost>> {
  const url = await createDatabase(server, name)
  await applyMigrations(url)
  await fillSchool(url, size, MONDAY)
  const recorded = openRecordedDatabase(url)
  const costs = new Map<string, Cost>()
  for (const page of pages) {
    const cost = await recorded.costOf((database) => page.read(contextOf(database, page.as)))
    costs.set(page.name, cost)
  }
  await recorded.close()
  return costs
}

/** Pages only read: LiveKit and the job queue are not used. */
function contextOf(database: Database, [role, number]: [Role, number]): Context {
  const id = numberedId('person', number)
  const actor: Actor = {
    id: userId.parse(id),
    role,
    name: 'Measured',
    email: 'measured@school.test',
    timeZone: null,
    locale: 'en',
    signInId: signInId.parse(id),
  }
  return { actor, now: NOW, database } as Context
}

function report(name: string, small: Cost | undefined, large: Cost | undefined): boolean {
  if (!small || !large) return false
  const buffers = large.buffers / small.buffers
  const time = large.milliseconds / small.milliseconds
  const isWithin =
    small.rows === large.rows &&
    buffers <= MAX_BUFFERS &&
    (time <= MAX_TIME || large.milliseconds - small.milliseconds <= TOLERATED_MS)
  const columns = [
    name.padEnd(20),
    `${small.rows} ${large.rows}`.padEnd(11),
    `${small.buffers} ${large.buffers}`.padEnd(11),
    buffers.toFixed(2).padEnd(5),
    `${small.milliseconds.toFixed(2)} ${large.milliseconds.toFixed(2)}`.padEnd(13),
    time.toFixed(2).padEnd(5),
    isWithin ? '' : '← outside',
  ]
  console.info(columns.join('  '))
  if (!isWithin) explainDifference(small, large)
  return isWithin
}

/** Prints the statements of the page whose cost grows. */
function explainDifference(small: Cost, large: Cost): void {
  for (const [index, { text, buffers }] of large.statements.entries()) {
    const was = small.statements[index]?.buffers
    if (was !== buffers) console.info(`    ${was} → ${buffers} buffers: ${text.slice(-160)}`)
  }
}
