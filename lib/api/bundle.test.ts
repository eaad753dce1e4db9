import { globSync } from 'node:fs'
import { relative } from 'node:path'
import { type OutputChunk, rolldown } from 'rolldown'
import { expect, test } from 'vitest'

/** The modules that files need in a browser, and the packages and built-ins that could not be bundled. */
async function bundle(...files: string[]) {
  const build = await rolldown({ input: files, platform: 'browser', logLevel: 'silent' })
  const { output } = await build.generate()
  await build.close()
  const chunks = output.filter((part): part is OutputChunk => part.type === 'chunk')
  const own = chunks.flatMap(({ fileName, moduleIds }) => [fileName, ...moduleIds])
  const names = new Set(chunks.map(({ fileName }) => fileName))
  return {
    modules: own.filter((id) => id.startsWith('/')).map((id) => relative('.', id)),
    outside: chunks.flatMap(({ imports }) => imports).filter((name) => !names.has(name)),
  }
}

test('the client and its endpoints need nothing else: no server code, and no Zod', async () => {
  const endpoints = globSync('lib/**/endpoints.generated.ts')
  const { modules, outside } = await bundle('lib/api/client.ts', ...endpoints)
  expect(endpoints.length).toBeGreaterThan(20)
  expect(modules.sort()).toEqual(['lib/api/client.ts', 'lib/kernel/branded-error.ts', ...endpoints].sort())
  expect(outside).toEqual([])
})

test('the definitions need only Zod, and no server code', async () => {
  const { modules, outside } = await bundle('lib/api/definitions.ts', 'lib/api/failure-answer.ts')
  expect(modules).toContain('lib/classroom/hands/api.ts')
  expect(modules.filter((file) => !/^(lib|messages|node_modules\/zod)\//.test(file))).toEqual([])
  expect(outside).toEqual([])
})
