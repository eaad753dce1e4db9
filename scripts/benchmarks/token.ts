import { randomUUID } from 'node:crypto'
import { findTokenRequest } from '#lib/classroom/find-access.ts'
import { connectDatabase } from '#lib/database/client.ts'
import type { PrismaClient } from '#lib/database/generated/client.ts'
import { createCredential, hashCredential } from '#lib/identity/sign-in/credential.ts'
import { DAY_MS } from '#lib/kernel/durations.ts'
import { sessionId } from '#lib/kernel/ids.ts'
import type { BenchEnvironment } from '#scripts/benchmarks/measuring/bench-environment.ts'
import { measureRate, median, repeat, rounded } from '#scripts/benchmarks/measuring/measure-rate.ts'
import { makeSchool } from '#scripts/testing/make-school.ts'

const RUNS = 15
const CONNECTIONS = 16
const PEOPLE = 8_000
const LEAST_SHARE = 0.55
const WARM_UP = { connections: CONNECTIONS, durationMs: 6_000 }
const MEASURED = { connections: CONNECTIONS, durationMs: 2_000 }

/**
 * Rate of the complete token route relative to a route that does nothing: alternating runs, median of the ratios.
 * Also the ratio for a route with only the token's query, which is the upper limit for the token route.
 */
export default async function run({ baseUrl, databaseUrl }: BenchEnvironment): Promise<boolean> {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const students = await makeStudents(database, PEOPLE)
  const session = sessionId.parse(await school.session({ capacity: PEOPLE }))
  await database.seat.createMany({ data: students.map(({ id }) => ({ sessionId: session, studentId: id })) })
  let turn = 0
  // Each person gets 20 tokens a minute.
  const nextCredential = () => students[turn++ % PEOPLE]?.credential ?? createCredential()

  const live = { url: `${baseUrl}/api/health/live` }
  const token = {
    url: `${baseUrl}/api/v1/admin/sessions/${session}/livekit-token`,
    headers: () => ({ authorization: `Bearer ${nextCredential()}` }),
  }
  const query = () => findTokenRequest({ database, now: new Date(), credential: nextCredential() }, session)

  for (const route of [live, token]) await measureRate({ ...route, ...WARM_UP })
  const rates: Record<'live' | 'token' | 'query', number[]> = { live: [], token: [], query: [] }
  for (let round = 0; round < RUNS; round += 1) {
    rates.live.push(await measureRate({ ...live, ...MEASURED }))
    rates.token.push(await measureRate({ ...token, ...MEASURED }))
    rates.query.push(await repeat(query, MEASURED))
  }
  await database.$disconnect()

  // Adjacent runs are compared, because both get faster while the process warms up.
  const sharesOf = (share: (live: number, round: number) => number) => rates.live.map(share)
  const shares = sharesOf((live, round) => (rates.token[round] ?? Number.NaN) / live)
  const ceilings = sharesOf((live, round) => 1 / (1 + live / (rates.query[round] ?? Number.NaN)))
  console.info(`no-op       ${rounded(rates.live)} → median ${Math.round(median(rates.live))} requests/s`)
  console.info(`token       ${rounded(rates.token)} → median ${Math.round(median(rates.token))} requests/s`)
  console.info(`query alone ${rounded(rates.query)} → median ${Math.round(median(rates.query))} a second`)
  console.info(`share of the query alone ${fixed(ceilings)} → median ${median(ceilings).toFixed(2)}`)
  console.info(
    `share of the token ${fixed(shares)} → median ${median(shares).toFixed(2)} (at least ${LEAST_SHARE})`,
  )
  return median(shares) >= LEAST_SHARE
}

/** Signed-in students, created in two statements. */
async function makeStudents(database: PrismaClient, count: number) {
  const students = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    credential: createCredential(),
    email: `bench-${index}@school.test`,
  }))
  await database.user.createMany({
    data: students.map(({ id, email }) => ({ id, email, name: email, role: 'STUDENT' })),
  })
  await database.signIn.createMany({
    data: students.map(({ id, credential }) => ({
      userId: id,
      carrier: 'bearer',
      tokenHash: hashCredential(credential),
      expiresAt: new Date(Date.now() + DAY_MS),
    })),
  })
  return students
}

function fixed(figures: number[]): string {
  return figures.map((figure) => figure.toFixed(2)).join(' ')
}
