import { expect } from '@playwright/test'
import { measureBundles } from '#scripts/benchmarks/measuring/measure-bundles.ts'
import { test } from './fixtures.ts'

test('each page stays within its JavaScript limit', async ({ browser, installation }) => {
  const measured = await measureBundles(browser, installation)
  expect(measured.filter(({ kilobytes, limit }) => kilobytes > limit)).toEqual([])
})
