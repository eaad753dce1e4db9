import { signIn } from 'next-auth/react'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { faultOf, retryAfterOf, type SignInFault } from './sign-in-fault.ts'

/** How long attempts on a busy server are repeated, in ms: a whole school can sign in in less time. */
const PATIENCE_MS = MINUTE_MS

/**
 * Signs this browser in and replaces its earlier sign-in. Retries while the server is busy. Returns the fault, or null.
 */
export async function signInWithRetry(
  email: string,
  password: string,
  staySignedIn?: boolean,
): Promise<SignInFault | null> {
  const giveUpAt = Date.now() + PATIENCE_MS
  try {
    for (;;) {
      // By default next-auth stores this page's address in a cookie, including a key that the address may contain.
      const answer = await signIn('credentials', {
        redirect: false,
        callbackUrl: '/',
        email,
        password,
        ...(staySignedIn !== undefined && { keep: String(staySignedIn) }),
      })
      if (answer?.ok && !answer.error) return null
      const seconds = retryAfterOf(answer?.error)
      if (seconds === null || Date.now() > giveUpAt) return faultOf(answer?.error)
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    }
  } catch {
    return { kind: navigator.onLine ? 'failed' : 'offline', values: {} }
  }
}

/** Never resolves, so that a pending action stays busy until the next page is shown. */
export const neverResolves = new Promise<never>(() => {})
