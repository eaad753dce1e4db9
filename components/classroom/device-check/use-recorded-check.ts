import { useEffect, useRef, useState } from 'react'
import { request } from '#components/api/request.ts'
import type { DeviceCheck } from '#lib/device-check/api.ts'
import { recordDeviceCheckEndpoint } from '#lib/device-check/endpoints.generated.ts'
import type { CheckOutcomes } from '#lib/device-check/policy.ts'

export type RecordedCheck = DeviceCheck | 'failed' | null

/** Records each result, in order, so that the last one stays; and again on request. */
export function useRecordedCheck(outcomes: CheckOutcomes | null): [RecordedCheck, recordAgain: () => void] {
  const [recorded, setRecorded] = useState<RecordedCheck>(null)
  const [attempt, setAttempt] = useState(0)
  const sending = useRef<Promise<unknown>>(Promise.resolve())
  const found = outcomes && JSON.stringify(outcomes)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt sends again
  useEffect(() => {
    if (!found) return setRecorded(null)
    let stale = false
    sending.current = sending.current
      .then(() => request(recordDeviceCheckEndpoint, JSON.parse(found)))
      .catch(() => 'failed' as const)
      .then((answer) => {
        if (!stale) setRecorded(answer)
      })
    return () => {
      stale = true
    }
  }, [found, attempt])
  return [recorded, () => setAttempt(attempt + 1)]
}
