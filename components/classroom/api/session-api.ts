import { request } from '#components/api/request.ts'
import { requestEntryEndpoint } from '#lib/classroom/admission/endpoints.generated.ts'
import {
  companionTokenEndpoint,
  readmitParticipantEndpoint,
  removeParticipantEndpoint,
  roomTokenEndpoint,
} from '#lib/classroom/endpoints.generated.ts'
import type { RemovalReason } from '#lib/kernel/enums.ts'
import {
  endSessionEndpoint,
  findSessionEndpoint,
  startSessionEndpoint,
} from '#lib/sessions/endpoints.generated.ts'

export type SessionApi = ReturnType<typeof createSessionApi>

/** Requests of the classroom about one session. Each throws `ApiFailure`. */
export function createSessionApi(sessionId: string, device: 'own' | 'companion' = 'own') {
  return {
    readSession: () => request(findSessionEndpoint, { sessionId }),
    requestToken: () =>
      device === 'companion'
        ? request(companionTokenEndpoint, { sessionId })
        : request(roomTokenEndpoint, { sessionId }),
    start: () => request(startSessionEndpoint, { sessionId }),
    end: () => request(endSessionEndpoint, { sessionId }),
    requestEntry: () => request(requestEntryEndpoint, { sessionId }),
    remove: (userId: string, why: RemovalReason, reason: string) =>
      request(removeParticipantEndpoint, { sessionId, userId, why, reason: reason.trim() || undefined }),
    readmit: (userId: string) => request(readmitParticipantEndpoint, { sessionId, userId }),
  }
}
