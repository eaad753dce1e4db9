import { expect, test } from 'vitest'
import { canonicalZone } from '#lib/kernel/canonical-zone.ts'
import { databaseBefore } from '#scripts/testing/database-before.ts'
import { readMigrations } from './migration-files.ts'

const MIGRATION = '20261130201500_canonical_time_zones'

/** Zones with different case, as links, and canonical; the last zone does not exist. */
const given = [
  'europe/berlin',
  'US/Pacific',
  'asia/calcutta',
  'Europe/Kiev',
  'etc/utc',
  'Asia/Tokyo',
  'Mars/Olympus',
]

test('existing zones of classes, series and people get their IANA names', async () => {
  const { client, migrate } = await databaseBefore(MIGRATION)
  for (const zone of given) {
    const id = crypto.randomUUID()
    await client.query(
      `INSERT INTO "User" ("id", "email", "name", "role", "timeZone") VALUES ($1, $2, 'Noor', 'STUDENT', $3)`,
      [id, `${id}@school.test`, zone],
    )
    await client.query(
      `INSERT INTO "Class" ("id", "title", "mode", "capacity", "timeZone") VALUES ($1, 'Rust', 'ONLINE', 9, $2)`,
      [id, zone],
    )
    await client.query(
      `INSERT INTO "Series" ("id", "classId", "rule", "minutes", "wallStart", "timeZone")
       VALUES ($1, $1, 'FREQ=DAILY;COUNT=1', 90, '2027-01-04T18:00', $2)`,
      [id, zone],
    )
  }
  await migrate()
  for (const table of ['User', 'Class', 'Series']) {
    const { rows } = await client.query(`SELECT "timeZone" FROM "${table}"`)
    const zones = rows.map(({ timeZone }) => timeZone).toSorted()
    expect(zones).toEqual(given.map((zone) => canonicalZone(zone) ?? zone).toSorted())
  }
})

test('the migration and the code use the same zone names', () => {
  const script = readMigrations().find(({ name }) => name === MIGRATION)?.script ?? ''
  const pairs = [...script.matchAll(/\('([^']+)', '([^']+)'\)/g)].map(([, link = '', zone]) => [link, zone])
  expect(pairs.length).toBeGreaterThan(100)
  expect(pairs.map(([link = '']) => [link, canonicalZone(link)])).toEqual(pairs)
})
