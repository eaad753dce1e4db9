import { expect } from '@playwright/test'
import { roomTokenEndpoint } from '#lib/classroom/api.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import type { RoomToken } from '#lib/livekit/room-token.ts'

/** An API client with a bearer credential, like a user's mobile app. */
export function createApiClient(baseUrl: string, credential: string) {
  async function send(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${credential}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
    })
  }

  async function change(method: string, path: string, body?: object): Promise<void> {
    const response = await send(method, path, body)
    expect(response.ok, await response.text()).toBe(true)
  }

  async function roomToken(session: string): Promise<RoomToken> {
    const response = await send('POST', `/api/v1/admin/sessions/${session}/livekit-token`)
    return roomTokenEndpoint.data.parse((await response.json()).data)
  }

  return {
    send,
    roomToken,
    start: (session: string) => change('POST', `/api/v1/sessions/${session}/start`),
    end: (session: string) => change('POST', `/api/v1/sessions/${session}/end`),
    cancel: (session: string, reason: string) =>
      change('POST', `/api/v1/admin/sessions/${session}/cancel`, { reason }),
    replaceTrainer: (session: string, trainerId: string) =>
      change('PATCH', `/api/v1/admin/sessions/${session}`, { trainerId }),
    move: (session: string, startsAt: Date) =>
      change('PATCH', `/api/v1/admin/sessions/${session}`, {
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + HOUR_MS).toISOString(),
      }),
  }
}
