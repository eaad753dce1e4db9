import { roomTokenEndpoint } from '#lib/classroom/api.ts'

type SignedIn = { credential: string }

/** Sends a request to our API as the given person. @throws Error with the answer if it is not a success */
export async function requestAs<Data>(
  person: SignedIn,
  method: string,
  url: string,
  body?: object,
): Promise<Data> {
  const response = await fetch(url, {
    method,
    headers: { ...headersOf(person), ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${answer}`)
  return answer === '' ? (undefined as Data) : JSON.parse(answer).data
}

/** A person's LiveKit token for a session, and LiveKit's address. */
export async function requestRoomToken(baseUrl: string, sessionId: string, person: SignedIn) {
  const address = `${baseUrl}/api/v1/admin/sessions/${sessionId}/livekit-token`
  return roomTokenEndpoint.data.parse(await requestAs(person, 'POST', address))
}

/** Listens to server-sent events as the given person until the stream ends. */
export async function streamEventsAs(
  person: SignedIn,
  url: string,
  onEvent: (data: string) => void,
): Promise<void> {
  const response = await fetch(url, { headers: headersOf(person) })
  const decoder = new TextDecoder()
  try {
    for await (const part of response.body ?? []) {
      for (const [, data = ''] of decoder.decode(part).matchAll(/data: (.+)/g)) onEvent(data)
    }
  } catch {
    // The server may end the stream first.
  }
}

function headersOf({ credential }: SignedIn): { authorization: string } {
  return { authorization: `Bearer ${credential}` }
}
