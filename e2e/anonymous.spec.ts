import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('the OpenAPI document is not sent again to a client that already has it', async ({ installation }) => {
  const address = `${installation.baseUrl}/api/openapi.json`
  const first = await fetch(address)
  expect(await first.json()).toMatchObject({ openapi: '3.1.0' })
  expect(first.headers.get('cache-control')).toBe('public, max-age=300')
  const again = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('the image optimiser is disabled', async ({ installation }) => {
  const address = `${installation.baseUrl}/_next/image?url=%2Ficon.svg&w=640&q=75`
  expect((await fetch(address)).status).toBe(404)
})
