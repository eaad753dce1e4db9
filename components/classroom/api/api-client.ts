import type { EntryRequestStatus } from '#lib/classroom/admission/api.ts'
import type { RemovalReason } from '#lib/kernel/enums.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'
import type { ClassSession, SessionDetail } from '#lib/sessions/api.ts'

type Envelope<Data> =
  | { success: true; data: Data }
  | { success: false; message: string; error: { account?: 'erased' | 'disabled' } }

/** An answer that is no success, in words for people; or none that can be read, without words and with `status` 0. */
export class ApiFailure extends Error {
  override name = 'ApiFailure'
  readonly status: number
  /** What ended the sign-in, where that was the account's end. */
  readonly account: 'erased' | 'disabled' | undefined

  constructor(status: number, message: string, account?: 'erased' | 'disabled') {
    super(message)
    this.status = status
    this.account = account
  }
}

export type ClassroomApi = ReturnType<typeof createClassroomApi>

/** What the classroom asks our API about one session; each call throws `ApiFailure`. */
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

/** Asks our API. @throws ApiFailure */
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
