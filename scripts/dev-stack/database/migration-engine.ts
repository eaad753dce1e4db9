import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import { migrationAdapter } from './migration-adapter.ts'
import { readSchema } from './migration-files.ts'

/** External tables to ignore: none. pg-boss has its own schema, which the engine does not see. */
export const ownEverything = { externalTables: [], externalEnums: [] }

/** Runs the work with Prisma's migration engine (WebAssembly), connected to the database. */
export async function withEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const adapter = migrationAdapter(databaseUrl)
  const bound = bindMigrationAwareSqlAdapterFactory(adapter)
  const { SchemaEngine } = await loadEngineOnce()
  const datamodels = readSchema().files.map(({ path, content }): [string, string] => [path, content])
  const engine = await SchemaEngine.new({ datamodels }, () => {}, bound).catch(explain)
  try {
    return await work(engine).catch(explain)
  } finally {
    engine.free()
    await adapter.close()
  }
}

type Bindings = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: WebAssembly.Exports): void }

let loaded: Promise<Bindings> | null = null

/** One instance per process: the bindings keep views into the memory of their first instance. */
function loadEngineOnce(): Promise<Bindings> {
  loaded ??= loadEngine()
  return loaded
}

/** Replaces the package's own entry, because Node cannot import .wasm files yet. */
async function loadEngine(): Promise<Bindings> {
  const require = createRequire(import.meta.url)
  const bindings: Bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const binary = await readFile(
    require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'),
  )
  const { instance } = await WebAssembly.instantiate(binary, {
    './schema_engine_bg.js': { ...bindings, ...timersThatDoNotHold(bindings) },
  })
  bindings.__wbg_set_wasm(instance.exports)
  const begin = instance.exports.__wbindgen_start
  if (typeof begin === 'function') begin()
  return bindings
}

/** The engine keeps a 10 s timer for a lock that it already holds, which would keep each script alive that long. */
function timersThatDoNotHold(
  bindings: Bindings,
): Record<string, (callback: () => void, wait: number) => unknown> {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout'))
  return Object.fromEntries(
    names.map((name) => [name, (callback, wait) => setTimeout(callback, wait).unref()]),
  )
}

/** The engine's message without its source trace. */
function explain(error: unknown): never {
  const message = error instanceof Error ? error.message : JSON.stringify(error)
  const migration = /migration_name="([^"]+)"/.exec(message)?.[1]
  const words = message
    .split(/\n\s+0: /)[0]
    ?.replace('external connector error\n', '')
    .trim()
  throw new ExpectedError(
    `${migration ? `The migration ${migration} failed, and nothing of it was kept` : "Prisma's migration engine"}: ${words}`,
  )
}
