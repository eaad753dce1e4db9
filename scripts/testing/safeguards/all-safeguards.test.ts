import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allSafeguards } from './all-safeguards.ts'

test('each safeguard occurs once in its file, and its test file exists', () => {
  expect(allSafeguards.length).toBeGreaterThan(200)
  const astray = allSafeguards.filter(({ file, text, test }) => {
    const places = existsSync(file) ? readFileSync(file, 'utf8').split(text).length - 1 : 0
    return places !== 1 || !existsSync(test.file)
  })
  expect(astray.map(({ rule }) => rule)).toEqual([])
})
