import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from, to } from 'pg-copy-streams'

/** Row query by table, ordered so that referenced rows come first. */
export type CopiedTables = Record<string, string>

/** Reads and writes rows by COPY alone, on its own connection. */
export async function openRowCopier(url: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  return {
    run: (statements: string) => client.query(statements),
    async read(tables: CopiedTables): Promise<Map<string, Buffer>> {
      const rows = new Map<string, Buffer>()
      for (const [table, query] of Object.entries(tables)) {
        rows.set(table, await buffer(client.query(to(`COPY (${query}) TO STDOUT`))))
      }
      return rows
    },
    /** Writes all rows in one transaction, like an import. */
    async write(rows: Map<string, Buffer>): Promise<void> {
      await client.query('BEGIN')
      for (const [table, lines] of rows) {
        await pipeline(Readable.from([lines]), client.query(from(`COPY "${table}" FROM STDIN`)))
      }
      await client.query('COMMIT')
    },
    close: () => client.end(),
  }
}
