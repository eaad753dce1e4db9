import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { signInWithRetry } from './sign-in-with-retry.ts'

const signIn = vi.hoisted(() => vi.fn())
vi.mock('next-auth/react', () => ({ signIn }))

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  signIn.mockReset()
})

test('an attempt on a busy server is repeated until it succeeds', async () => {
  signIn.mockResolvedValueOnce({ ok: false, error: 'unavailable:2' })
  signIn.mockResolvedValueOnce({ ok: false, error: 'unavailable:2' })
  signIn.mockResolvedValueOnce({ ok: true, error: null })
  const tried = signInWithRetry('noor@school.test', 'a password')
  await vi.advanceTimersByTimeAsync(4000)
  expect(await tried).toBeNull()
  expect(signIn).toHaveBeenCalledTimes(3)
})

test('attempts on a busy server stop after a minute', async () => {
  signIn.mockResolvedValue({ ok: false, error: 'unavailable:2' })
  const tried = signInWithRetry('noor@school.test', 'a password')
  await vi.advanceTimersByTimeAsync(70_000)
  expect(await tried).toMatchObject({ kind: 'busy' })
})

test('wrong credentials and a rate limit are not retried', async () => {
  for (const [error, kind] of [
    ['CredentialsSignin', 'wrongCredentials'],
    ['rate_limited:8', 'limited'],
    ['unavailable', 'unavailable'],
  ]) {
    signIn.mockResolvedValueOnce({ ok: false, error })
    expect(await signInWithRetry('noor@school.test', 'a password')).toMatchObject({ kind })
  }
  expect(signIn).toHaveBeenCalledTimes(3)
})
