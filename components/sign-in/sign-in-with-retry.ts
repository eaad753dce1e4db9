import { signIn } from 'next-auth/react'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { faultOf, retryAfterOf, type SignInFault } from './sign-in-fault.ts'

/** How long a busy server is asked again, in ms: a whole school is through in less. */
const PATIENCE_MS = MINUTE_MS

/**
 * Signs this browser in, in place of its earlier sign-in. Asks again while the server is busy.
 * Answers what went wrong, or null.
 */
export async function signInWithRetry(
  email: string,
  password: string,
  staySignedIn?: boolean,
): Promise<SignInFault | null> {
  const giveUpAt = Date.now() + PATIENCE_MS
  try {
    for (;;) {
      // By default next-auth keeps this page's address in a cookie, and with it the key that it may hold.
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

/** Until the next page is there, what is under way stays busy. */
export const neverResolves = new Promise<never>(() => {})
