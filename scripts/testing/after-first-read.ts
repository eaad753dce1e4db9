import type { Database } from '#lib/database/client.ts'

type Model = 'classroom' | 'roomMember' | 'message' | 'presence'

/** A database client that runs `action` once, right after the first read of one of the models. */
export function afterFirstRead(
  database: Database,
  models: readonly Model[],
  action: () => Promise<unknown>,
): Database {
  let hasHappened = false
  const watched = new Set<PropertyKey>(models)

  async function thenHappen(reading: unknown): Promise<unknown> {
    const found = await reading
    if (hasHappened) return found
    hasHappened = true
    await action()
    return found
  }

  function watch<T extends object>(target: T, wrap: (value: unknown, name: PropertyKey) => unknown): T {
    return new Proxy(target, { get: (target, name) => wrap(Reflect.get(target, name), name) })
  }

  return watch(database, (value, name) => {
    if (typeof value === 'function') return value.bind(database)
    if (!watched.has(name) || typeof value !== 'object' || value === null) return value
    const model = value
    return watch(model, (method) =>
      typeof method === 'function' ? (...args: unknown[]) => thenHappen(method.apply(model, args)) : method,
    )
  })
}
