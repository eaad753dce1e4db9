import { connectDatabase } from '#lib/database/client.ts'
import type { BenchEnvironment } from '#scripts/bench-environment.ts'
import { measureRate, median } from '#scripts/measuring/load.ts'
import { makeSchool } from '#scripts/testing/make-school.ts'

const RUNS = 5
const CONNECTIONS = 16
const LEAST_SHARE = 0.5
const WARM_UP = { connections: CONNECTIONS, durationMs: 6_000 }
const MEASURED = { connections: CONNECTIONS, durationMs: 4_000 }

/** The complete token route, as a share of a route that does nothing: alternating runs, the median of their shares. */
export default async function run({ baseUrl, databaseUrl }: BenchEnvironment): Promise<boolean> {
  const database = connectDatabase(databaseUrl)
  const school = makeSchool(database)
  const student = await school.person('STUDENT')
  const session = await school.session({ students: [student] })
  await database.$disconnect()

  const live = { url: `${baseUrl}/api/health/live` }
  const token = {
    url: `${baseUrl}/api/v1/admin/sessions/${session}/livekit-token`,
    headers: { authorization: `Bearer ${student.credential}` },
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

function rounded(rates: number[]): string {
  return rates.map((rate) => Math.round(rate)).join(' ')
}
