import { useEffect, useState } from 'react'
import { request } from '#components/api/request.ts'
import { checkTokenEndpoint } from '#lib/device-check/endpoints.generated.ts'
import { type NetworkOutcome, networkVerdict } from '#lib/device-check/policy.ts'

export type NetworkProbe = NetworkOutcome | 'checking' | 'unchecked'

const requestToken = () => request(checkTokenEndpoint, {})

/** Probes the network once, and again on request. */
export function useNetworkProbe(): [NetworkProbe, checkAgain: () => void] {
  const [probe, setProbe] = useState<NetworkProbe>('checking')
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt probes again
  useEffect(() => {
    let stale = false
    setProbe('checking')
    const probeOnce = async (): Promise<NetworkProbe> => {
      const { probeNetwork } = await import('./probe-network.ts')
      if (stale) return 'checking'
      const found = await probeNetwork(requestToken)
      return networkVerdict(found) === 'blocked' && !(await isLiveKitAvailable()) ? 'unchecked' : found
    }
    probeOnce()
      .catch((): NetworkProbe => 'unchecked')
      .then((found) => {
        if (!stale) setProbe(found)
      })
    return () => {
      stale = true
    }
  }, [attempt])
  return [probe, () => setAttempt(attempt + 1)]
}

type Readiness = { success: false } | { success: true; data: { degraded: string[] } }

/** If LiveKit itself is unavailable, the network is not the cause. */
async function isLiveKitAvailable(): Promise<boolean> {
  const response = await fetch('/api/health/ready', { cache: 'no-store' })
  const answer: Readiness = await response.json()
  return answer.success && !answer.data.degraded.includes('liveKit')
}
