import 'server-only'
import type { SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'

/**
 * Wraps the adapter: transactions send one query at a time, in call order.
 * Prisma reads the relations of an `include` concurrently; inside a transaction pg 9 will refuse that.
 */
export function serialiseTransactions(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect()
      const start = adapter.startTransaction.bind(adapter)
      return Object.assign(adapter, {
        startTransaction: async (isolation: Parameters<typeof start>[0]) => serialise(await start(isolation)),
      })
    },
  }
}

function serialise(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  let ended = false
  function inTurn<A extends unknown[], T>(send: (...args: A) => Promise<T>) {
    return (...args: A): Promise<T> => {
      const result = last.then(() => {
        // The connection already serves another request.
        if (ended) throw new Error('The transaction of this query has ended.')
        return send(...args)
      })
      last = result.catch(() => {})
      return result
    }
  }
  const release = (end: () => Promise<void>) =>
    inTurn(() => {
      ended = true
      return end()
    })
  return Object.assign(transaction, {
    queryRaw: inTurn(transaction.queryRaw.bind(transaction)),
    executeRaw: inTurn(transaction.executeRaw.bind(transaction)),
    commit: release(transaction.commit.bind(transaction)),
    rollback: release(transaction.rollback.bind(transaction)),
  })
}
