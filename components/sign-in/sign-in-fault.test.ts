import { expect, test } from 'vitest'
import { faultOf } from './sign-in-fault.ts'

test.each([
  ['CredentialsSignin', 'wrongCredentials', {}],
  ['rate_limited:8', 'limited', { seconds: 8 }],
  ['rate_limited:130', 'limitedMinutes', { minutes: 3 }],
  ['unavailable', 'unavailable', {}],
  ['unavailable:2', 'busy', {}],
  [null, 'failed', {}],
  ['anything else', 'failed', {}],
])('%s is %s', (error, kind, values) => {
  expect(faultOf(error)).toEqual({ kind, values })
})
