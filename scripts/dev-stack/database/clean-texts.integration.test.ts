import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { cleanLine, cleanText } from '#lib/kernel/clean-text.ts'
import { databaseBefore } from '#scripts/testing/database-before.ts'

const MIGRATION = '20261130201000_clean_texts'

const written = [
  'Anna Lee',
  'Joa\u0303o Silva',
  'Jo\u00e3o  Silva',
  ' Anna\u200b\u00ad\ufeff Lee ',
  'Anna \u202egpj.exe\u202c',
  'An\u0001na\u001b[31m\u007f',
  'Anna\u200e',
  'C++\u200e \u05dc\u05de\u05ea\u05d7\u05d9\u05dc\u05d9\u05dd',
  'two\r\nlines\u2028three\tfour',
  '\u{1f469}\u200d\u{1f3eb} Anna\u200d',
  '\u{1f469}\u{1f3fd}\u200d\u{1f4bb}',
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'Anna\u{e0041}',
  '\u0639\u0644\u06cc\u200c\u0631\u0636\u0627',
  '\u0dc1\u0dca\u200d\u0dbb\u0dd3',
  '\u0d28\u0d4d\u200d',
  '\u845b\u{e0100}\u57ce',
  'A\ufe0fnna \u2764\ufe0f',
  '\u3164',
  '\u200b',
  '\u2800 \u2800',
]

test('existing names, titles and texts are cleaned like new ones', async () => {
  const { client, migrate } = await databaseBefore(MIGRATION)
  const rows = written.map((text) => ({ id: randomUUID(), text }))
  for (const { id, text } of rows) {
    await client.query(`INSERT INTO "User" ("id", "email", "name", "role") VALUES ($1, $2, $3, 'STUDENT')`, [
      id,
      `person-${id}@example.test`,
      text,
    ])
    await client.query(
      `INSERT INTO "Class" ("id", "title", "shortTitle", "mode", "capacity", "timeZone")
       VALUES ($1, $2, $2, 'ONLINE', 10, 'UTC')`,
      [id, text],
    )
    await client.query(
      `INSERT INTO "ClassSession" ("id", "classId", "title", "sessionType", "status", "startsAt", "endsAt", "trainerId", "capacity", "cancelReason")
       VALUES ($1, $1, $2, 'online', 'cancelled', now(), now() + interval '1 hour', $1, 10, $2)`,
      [id, text],
    )
    await client.query(
      `INSERT INTO "Message" ("id", "sessionId", "number", "touched", "authorId", "text", "createdAt") VALUES ($1, $1, 1, 1, $1, $2, now())`,
      [id, text],
    )
    await client.query(`INSERT INTO "Removal" ("sessionId", "userId", "reason") VALUES ($1, $1, $2)`, [
      id,
      text,
    ])
  }
  await migrate()
  const { rows: found } = await client.query(`
    SELECT person."id", person."name", person."searchName", class."title", class."shortTitle",
      session."title" AS "ownTitle", session."cancelReason", message."text", removal."reason"
    FROM "User" person JOIN "Class" class USING ("id") JOIN "ClassSession" session USING ("id")
    JOIN "Message" message USING ("id") JOIN "Removal" removal ON removal."userId" = person."id"`)
  const byId = new Map(found.map((row) => [row.id, row]))
  for (const { id, text } of rows) {
    const line = cleanLine(text)
    expect(byId.get(id), JSON.stringify(text)).toMatchObject({
      name: line || `person-${id}`,
      title: line || 'Class',
      shortTitle: line || null,
      ownTitle: line || null,
      cancelReason: cleanText(text) || '\u2013',
      text: cleanText(text) || text,
      reason: cleanText(text) || null,
    })
  }
})

test('two people whose names become equal both remain', async () => {
  const { client, migrate } = await databaseBefore(MIGRATION)
  await client.query(`INSERT INTO "User" ("id", "email", "name", "role") VALUES
    (gen_random_uuid(), 'one@example.test', 'João', 'STUDENT'),
    (gen_random_uuid(), 'two@example.test', 'Joa\u0303o', 'STUDENT')`)
  await migrate()
  const { rows } = await client.query(`SELECT "email", "name" FROM "User" ORDER BY "email"`)
  expect(rows).toEqual([
    { email: 'one@example.test', name: 'Jo\u00e3o' },
    { email: 'two@example.test', name: 'Jo\u00e3o' },
  ])
})

test('locations whose names become equal get different names', async () => {
  const { client, migrate } = await databaseBefore(MIGRATION)
  await client.query(`INSERT INTO "Location" ("id", "name", "capacity") VALUES
    ('01900000-0000-7000-8000-00000000000a', 'Hall\u200b', 10), ('01900000-0000-7000-8000-00000000000b', 'Hall', 10)`)
  await migrate()
  const { rows } = await client.query(`SELECT "name" FROM "Location" ORDER BY "id"`)
  expect(rows).toEqual([{ name: 'Hall (00000a)' }, { name: 'Hall' }])
})
