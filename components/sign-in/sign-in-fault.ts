export type SignInFault = {
  kind: 'wrongPair' | 'limited' | 'limitedMinutes' | 'unavailable' | 'offline' | 'failed'
  values: { seconds?: number; minutes?: number }
}

/** What next-auth's error says: `rate_limited:<seconds>`, `unavailable`, or its own word for a wrong pair. */
export function faultOf(error: string | null | undefined): SignInFault {
  const limited = /^rate_limited:(\d+)$/.exec(error ?? '')
  if (limited) return waitOf(Number(limited[1]))
  if (error === 'CredentialsSignin') return { kind: 'wrongPair', values: {} }
  if (error === 'unavailable') return { kind: 'unavailable', values: {} }
  return { kind: 'failed', values: {} }
}

function waitOf(seconds: number): SignInFault {
  return seconds < 120
    ? { kind: 'limited', values: { seconds } }
    : { kind: 'limitedMinutes', values: { minutes: Math.ceil(seconds / 60) } }
}
