export type SignInFault = {
  kind: 'wrongCredentials' | 'limited' | 'limitedMinutes' | 'busy' | 'unavailable' | 'offline' | 'failed'
  values: { seconds?: number; minutes?: number }
}

/**
 * Parses next-auth's error: `rate_limited:<seconds>`, `unavailable[:<seconds>]`, or its own code for a wrong e-mail or
 * password.
 */
export function faultOf(error: string | null | undefined): SignInFault {
  const limited = /^rate_limited:(\d+)$/.exec(error ?? '')
  if (limited) return waitOf(Number(limited[1]))
  if (error === 'CredentialsSignin') return { kind: 'wrongCredentials', values: {} }
  if (retryAfterOf(error) !== null) return { kind: 'busy', values: {} }
  if (error === 'unavailable') return { kind: 'unavailable', values: {} }
  return { kind: 'failed', values: {} }
}

/** The seconds after which a busy server accepts another attempt; null for every other error. */
export function retryAfterOf(error: string | null | undefined): number | null {
  const busy = /^unavailable:(\d+)$/.exec(error ?? '')
  return busy ? Number(busy[1]) : null
}

function waitOf(seconds: number): SignInFault {
  return seconds < 120
    ? { kind: 'limited', values: { seconds } }
    : { kind: 'limitedMinutes', values: { minutes: Math.ceil(seconds / 60) } }
}
