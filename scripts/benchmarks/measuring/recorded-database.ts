import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { z } from 'zod'
import type { Database } from '#lib/database/client.ts'
import { PrismaClient } from '#lib/database/generated/client.ts'
import { median } from './measure-rate.ts'

type Statement = { text: string; values: unknown[] }

type StatementCost = { text: string; rows: number; buffers: number; milliseconds: number }

export type Cost = Omit<StatementCost, 'text'> & { statements: StatementCost[] }

const RUNS = 7

const planSchema = z.object({
  Plan: z.object({
    'Actual Rows': z.number(),
    'Shared Hit Blocks': z.number(),
    'Shared Read Blocks': z.number(),
  }),
  'Execution Time': z.number(),
})

/** A database client that records its statements, to explain them afterwards. */
export function openRecordedDatabase(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  let noted: Statement[] = []
  const client = new PrismaClient({ adapter: new PrismaPg(noting(pool), { disposeExternalPool: true }) })

  /** The statement's cost as PostgreSQL reports it: buffers of the last run, median time of all runs. */
  async function explain({ text, values }: Statement): Promise<StatementCost> {
    const plans: z.output<typeof planSchema>[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const { rows } = await pool.query(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${text}`, values)
      plans.push(planSchema.parse(rows[0]['QUERY PLAN'][0]))
    }
    const { Plan: last } = plans.at(-1) ?? planSchema.parse(null)
    return {
      text,
      rows: last['Actual Rows'],
      buffers: last['Shared Hit Blocks'] + last['Shared Read Blocks'],
      milliseconds: median(plans.map((plan) => plan['Execution Time'])),
    }
  }

  return {
    /** Total cost of all statements of a read. */
    async costOf(read: (database: Database) => Promise<unknown>): Promise<Cost> {
      noted = []
      await read(client)
      const statements: StatementCost[] = []
      for (const statement of [...noted]) statements.push(await explain(statement))
      const sum = (of: 'rows' | 'buffers' | 'milliseconds') =>
        statements.reduce((total, cost) => total + cost[of], 0)
      return {
        statements,
        rows: sum('rows'),
        buffers: sum('buffers'),
        milliseconds: sum('milliseconds'),
      }
    },
    close: () => client.$disconnect(),
  }

  function noting(wrapped: pg.Pool): pg.Pool {
    return new Proxy(wrapped, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target)
        if (name !== 'query') return typeof member === 'function' ? member.bind(target) : member
        return (config: pg.QueryArrayConfig) => {
          noted.push({ text: config.text, values: config.values ?? [] })
          return target.query(config)
        }
      },
    })
  }
}
