import { useEffect, useEffectEvent, useState } from 'react'
import type { EntryRequestStatus } from '#lib/classroom/admission/api.ts'

/** Interval of the requests, in ms. After 45 s without a request the viewer is no longer in the lobby. */
const EVERY_MS = 15_000

/** Repeats the entry request while the viewer is in the lobby. `failed`: our server does not answer. */
export function useEntryRequest(
  isInLobby: boolean,
  requestEntry: () => Promise<EntryRequestStatus>,
  onAdmitted: () => void,
): EntryRequestStatus | 'failed' | null {
  const [entryRequest, setEntryRequest] = useState<EntryRequestStatus | 'failed' | null>(null)
  const sendRequest = useEffectEvent(async () => {
    const answer = await requestEntry().catch(() => 'failed' as const)
    setEntryRequest(answer)
    if (answer !== 'failed' && answer.admitted) onAdmitted()
  })
  useEffect(() => {
    if (!isInLobby) return
    void sendRequest()
    const timer = setInterval(() => void sendRequest(), EVERY_MS)
    return () => clearInterval(timer)
  }, [isInLobby])
  return entryRequest
}
