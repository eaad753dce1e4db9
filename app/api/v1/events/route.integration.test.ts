import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { signOut } from '#lib/identity/sign-in/sign-out.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { serve } from '#scripts/testing/serve.ts'
import { GET } from './route.ts'

function listen(credential: string): Promise<Response> {
  const headers = { authorization: `Bearer ${credential}` }
  return GET(new NextRequest('https://school.test/api/v1/events', { headers }))
}

test('only a user with a valid sign-in gets an event stream', async () => {
  const school = await createSchool()
  serve(school)
  const [noor, gone, disabled] = [
    await school.person('STUDENT'),
    await school.person('STUDENT'),
    await school.person('STUDENT'),
  ]
  await signOut(school.as(gone))
  await school.database.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } })
  for (const { credential } of [gone, disabled]) expect((await listen(credential)).status).toBe(401)
  const stream = await listen(noor.credential)
  expect(stream.headers.get('content-type')).toBe('text/event-stream')
  expect(stream.headers.get('cache-control')).toBe('no-store')
  await stream.body?.cancel()
})
