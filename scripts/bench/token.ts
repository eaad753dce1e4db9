import { randomUUID } from 'node:crypto'
import { connectDatabase } from '#lib/database/client.ts'
import type { PrismaClient } from '#lib/database/generated/client.ts'
import { createCredential, hashCredential } from '#lib/identity/sign-in/credential.ts'
import type { BenchEnvironment } from '#scripts/bench-environment.ts'
import { measureRate, median } from '#scripts/measuring/load.ts'
import { makeSchool } from '#scripts/testing/make-school.ts'

const RUNS = 5
const CONNECTIONS = 16
const PEOPLE = 8_000
const LEAST_SHARE = 0.5
const WARM_UP = { connections: CONNECTIONS, durationMs: 6_000 }
const MEASURED = { connections: CONNECTIONS, durationMs: 4_000 }

/** The complete token route, as a share of a route that does nothing: alternating runs, the median of their shares. */
export default async function run({ baseUrl, databaseUrl }: BenchEnvironment): Promise<boolean> {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const students = await makeStudents(database, PEOPLE)
  const session = await school.session({ capacity: PEOPLE })
  await database.seat.createMany({ data: students.map(({ id }) => ({ sessionId: session, studentId: id })) })
  await database.$disconnect()
  let turn = 0

  const live = { url: `${baseUrl}/api/health/live` }
  const token = {
    url: `${baseUrl}/api/v1/admin/sessions/${session}/livekit-token`,
    // Each person may ask 20 times a minute.
    headers: () => ({ authorization: `Bearer ${students[turn++ % PEOPLE]?.credential}` }),
  }
  for (const route of [live, token]) await measureRate({ ...route, ...WARM_UP })
  const rates: { live: number[]; token: number[] } = { live: [], token: [] }
  for (let round = 0; round < RUNS; round += 1) {
    rates.live.push(await measureRate({ ...live, ...MEASURED }))
    rates.token.push(await measureRate({ ...token, ...MEASURED }))
  }
  // Each run is compared with the one beside it: both get quicker while the process warms up.
  const shares = rates.token.map((rate, round) => rate / (rates.live[round] ?? Number.NaN))
  const share = median(shares)
  console.info(`no-op     ${rounded(rates.live)} → median ${Math.round(median(rates.live))} requests/s`)
  console.info(`token     ${rounded(rates.token)} → median ${Math.round(median(rates.token))} requests/s`)
  console.info(
    `share     ${shares.map((one) => one.toFixed(2)).join(' ')} → median ${share.toFixed(2)} (at least ${LEAST_SHARE})`,
  )
  return share >= LEAST_SHARE
}

/** Students who are signed in, made in two statements. */
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
      expiresAt: new Date(Date.now() + 24 * 3_600_000),
    })),
  })
  return students
}

function rounded(rates: number[]): string {
  return rates.map((rate) => Math.round(rate)).join(' ')
}
