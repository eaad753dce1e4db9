import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { Pool } from 'pg'

/**
 * Baseline for a room change, loaded into the application's own process: it looks up the user by credential, inserts
 * one row and sends an event to all listeners, and nothing else. Its port is stored in the database.
 */
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const listeners = new Set<ServerResponse>()

const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    listeners.add(response)
    return
  }
  const credential = request.headers.authorization?.replace('Bearer ', '') ?? ''
  const hash = createHash('sha256').update(credential).digest()
  const found = await pool.query(
    'SELECT "userId" FROM "SignIn" WHERE "tokenHash" = $1 AND "expiresAt" > now()',
    [hash],
  )
  const id = request.url?.slice(1)
  await pool.query('INSERT INTO "PlainInsert" VALUES ($1, $2)', [id, found.rows[0]?.userId])
  for (const listener of listeners) listener.write(`data: ${id}\n\n`)
  response.writeHead(201).end()
})

await pool.query('CREATE TABLE "PlainInsert" ("id" uuid PRIMARY KEY, "userId" uuid NOT NULL)')
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
const address = server.address()
const port = typeof address === 'object' ? address?.port : null
await pool.query(`CREATE TABLE "PlainServer" AS SELECT ${port} AS "port"`)
