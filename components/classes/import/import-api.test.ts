import { afterEach, expect, test, vi } from 'vitest'
import { importStudentsEndpoint, previewImportEndpoint } from '#lib/classes/import/api.ts'
import { previewImport, type ReadOptions, runImport } from './import-api.ts'

afterEach(() => vi.unstubAllGlobals())

const readOptions: ReadOptions = {
  delimiter: 'semicolon',
  header: false,
  meanings: ['email', null, 'name'],
  defaultKind: 'in_person',
}
const given = { classId: 'c', content: 'a@b.test;;Noor', readOptions, signal: new AbortController().signal }

/** The query of the request that `work` sends, as the server reads it. */
async function queryOf(work: () => Promise<unknown>): Promise<Record<string, string>> {
  const sent = vi.fn<typeof fetch>(async () => Response.json({ success: true, message: '', data: {} }))
  vi.stubGlobal('fetch', sent)
  await work()
  const address = new URL(String(sent.mock.lastCall?.[0]), 'https://school.test')
  return Object.fromEntries(address.searchParams)
}

const fileFormat = { delimiter: 'semicolon', header: false, email: 0, name: 2, defaultSeatKind: 'in_person' }

test('the server receives the chosen columns and default seat kind', async () => {
  const query = await queryOf(() => previewImport({ ...given, sheet: 1 }))
  expect(previewImportEndpoint.query.strict().parse(query)).toEqual({ ...fileFormat, sheet: 1 })
})

test('an import is sent with the same choices as its preview', async () => {
  const options = { faults: 'skip', allowOverlap: 'true' } as const
  const query = await queryOf(() => runImport({ ...given, options, onProgress: () => {} }))
  expect(importStudentsEndpoint.query.strict().parse(query)).toEqual({
    ...fileFormat,
    faults: 'skip',
    allowOverlap: true,
  })
})
