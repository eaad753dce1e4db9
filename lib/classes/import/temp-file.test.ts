import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { withTempFile } from './temp-file.ts'

async function* sent(...parts: string[]) {
  for (const part of parts) yield new TextEncoder().encode(part)
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(bytes)).toString()
}

test('a file has no name on disk, so that it disappears with the process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const found: string[][] = []
  async function* sending() {
    yield* sent('a,b\n')
    found.push(readdirSync(folder))
  }
  await withTempFile({ sent: sending() }, async () => void found.push(readdirSync(folder)))
  expect(found).toEqual([[], []])
})

test('a file can be read repeatedly from its beginning', async () => {
  const texts = await withTempFile({ sent: sent('a,b\n', '1,2\n') }, async (file) => [
    file.beginning,
    await textOf(file.read()),
    await textOf(file.read()),
  ])
  expect(texts).toEqual(['a,b\n1,2\n', 'a,b\n1,2\n', 'a,b\n1,2\n'])
})
