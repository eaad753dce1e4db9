import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { Pool } from 'pg'

/**
 * What a room's change is compared with, in a thread of its own: who asks is found by their credential, one row is
 * inserted, and whoever listens is sent an event. Nothing else.
 */
const pool = new Pool({ connectionString: String(workerData.databaseUrl), max: 10 })
const listeners = new Set<ServerResponse>()

await pool.query('CREATE TABLE IF NOT EXISTS "BenchInsert" ("id" uuid PRIMARY KEY, "userId" uuid NOT NULL)')

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
  await pool.query('INSERT INTO "BenchInsert" VALUES ($1, $2)', [id, found.rows[0]?.userId])
  for (const listener of listeners) listener.write(`data: ${id}\n\n`)
  response.writeHead(201).end()
})

server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address()))
