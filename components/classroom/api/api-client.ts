import type { EntryRequestStatus } from '#lib/classroom/admission/api.ts'
import type { RemovalReason } from '#lib/kernel/enums.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import type { ClassSession, SessionDetail } from '#lib/sessions/api.ts'

type Envelope<Data> =
  | { success: true; data: Data }
  | { success: false; message: string; error: { account?: 'erased' | 'disabled' } }

/** An error answer, with its message for people. `status` 0 without a message: no readable answer. */
export class ApiFailure extends Error {
  readonly status: number
  /** Set if the sign-in ended because the account was erased or disabled. */
  readonly account: 'erased' | 'disabled' | undefined

  constructor(status: number, message: string, account?: 'erased' | 'disabled') {
    super(message)
    this.status = status
    this.account = account
  }
}

export type ClassroomApi = ReturnType<typeof createClassroomApi>

/** The API calls of the classroom for one session. Each throws `ApiFailure`. */
export function createClassroomApi(sessionId: string, device: 'own' | 'companion' = 'own') {
  const sessionPath = `/api/v1/sessions/${sessionId}`
  const tokens = {
    own: `/api/v1/admin/sessions/${sessionId}/livekit-token`,
    companion: `${sessionPath}/companion-token`,
  }
  return {
    readSession: () => call<SessionDetail>('GET', sessionPath),
    requestToken: () => call<RoomToken>('POST', tokens[device]),
    start: () => call<ClassSession>('POST', `${sessionPath}/start`),
    end: () => call<unknown>('POST', `${sessionPath}/end`),
    requestEntry: () => call<EntryRequestStatus>('POST', `${sessionPath}/entry-requests`),
    remove: (userId: string, why: RemovalReason, reason: string) =>
      call<unknown>('POST', `${sessionPath}/removals`, { userId, why, reason: reason.trim() || undefined }),
    readmit: (userId: string) => call<unknown>('DELETE', `${sessionPath}/removals/${userId}`),
  }
}

/** Calls our API. @throws ApiFailure */
export async function call<Data>(method: string, path: string, body?: object): Promise<Data> {
  const envelope = await send<Data>(method, path, body)
  const { status, answer } = envelope
  if (!answer.success) throw new ApiFailure(status, answer.message, answer.error.account)
  return answer.data
}

async function send<Data>(method: string, path: string, body?: object) {
  try {
    const response = await fetch(path, {
      method,
      cache: 'no-store',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    })
    const answer: Envelope<Data> = await response.json()
    return { status: response.status, answer }
  } catch {
    throw new ApiFailure(0, '')
  }
}
