type Answer =
  | { ok: true }
  /** `message` is null where nothing answered. */
  | { ok: false; message: string | null; fields: Record<string, string> }

type Envelope =
  | { success: true }
  | { success: false; message: string; error: { fields?: Record<string, string> } }

/** Sends what was filled in to our API, as whoever is nobody yet. */
export async function postForm(path: `/api/v1/${string}`, body: object): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
    const envelope: Envelope = await response.json()
    if (envelope.success) return { ok: true }
    return { ok: false, message: envelope.message, fields: envelope.error.fields ?? {} }
  } catch {
    return { ok: false, message: null, fields: {} }
  }
}
