import { call } from '#components/classroom/api/api-client.ts'

export type PairingApi = ReturnType<typeof createPairingApi>

/** Requests of moderators about the room display. Each throws `ApiFailure`. */
export function createPairingApi(sessionId: string, onChange: () => void) {
  const displayPath = `/api/v1/sessions/${sessionId}/room-display`
  return {
    async pair(code: string): Promise<void> {
      await call<unknown>('POST', displayPath, { code })
      onChange()
    },
    async unpair(): Promise<void> {
      await call<unknown>('DELETE', displayPath)
      onChange()
    },
    mute: () => call<{ muted: boolean }>('POST', `${displayPath}/mute`),
  }
}
