import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g

test('the kernel imports nothing of the product but its texts', () => {
  const files = globSync('*.ts', { cwd: import.meta.dirname }).filter((name) => !name.includes('.test.'))
  expect(files).toContain('refusal.ts')
  const outside = files.flatMap((file) => {
    const source = readFileSync(join(import.meta.dirname, file), 'utf8')
    return [...source.matchAll(IMPORTED)]
      .map(([, imported = '']) => imported)
      .filter((imported) => /^#(?!lib\/kernel\/|messages\/)|^\.\./.test(imported))
      .map((imported) => `${file} imports ${imported}`)
  })
  expect(outside).toEqual([])
})
