import { call } from '#components/classroom/api/api-client.ts'

export type PairingApi = ReturnType<typeof createPairingApi>

/** What who leads asks about the room's screen; each call throws `ApiFailure`. */
export function createPairingApi(sessionId: string, onChange: () => void) {
  const hall = `/api/v1/sessions/${sessionId}/hall-device`
  return {
    async pair(code: string): Promise<void> {
      await call<unknown>('POST', hall, { code })
      onChange()
    },
    async unpair(): Promise<void> {
      await call<unknown>('DELETE', hall)
      onChange()
    },
    mute: () => call<{ muted: boolean }>('POST', `${hall}/mute`),
  }
}
