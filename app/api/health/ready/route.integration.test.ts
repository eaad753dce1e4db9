import { expect, test } from 'vitest'
import { createSchool } from '#scripts/testing/school.ts'
import { serve } from '#scripts/testing/serve.ts'
import { GET } from './route.ts'

test('an instance that cannot serve answers 503, so that a load balancer removes it', async () => {
  const served = serve(await createSchool())
  const early = await GET()
  expect([early.status, await early.json()]).toMatchObject([
    503,
    { success: false, error: { code: 'unavailable', database: true, jobs: false } },
  ])
  served.boss = { isHealthy: () => true } as typeof served.boss
  const ready = await GET()
  expect([ready.status, await ready.json()]).toMatchObject([200, { success: true, data: { jobs: true } }])
})
