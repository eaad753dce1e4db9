import { signIn } from 'next-auth/react'
import { faultOf, type SignInFault } from './sign-in-fault.ts'

/** Signs this browser in, in place of whoever was; answers what went wrong, or null. */
export async function trySignIn(email: string, password: string): Promise<SignInFault | null> {
  try {
    // By default next-auth keeps this page's address in a cookie, and with it the key that it may hold.
    const answer = await signIn('credentials', { redirect: false, callbackUrl: '/', email, password })
    return answer?.ok && !answer.error ? null : faultOf(answer?.error)
  } catch {
    return { kind: navigator.onLine ? 'failed' : 'offline', values: {} }
  }
}

/** Until the next page is there, what is under way stays busy. */
export const theEndOfThisPage = new Promise<never>(() => {})
