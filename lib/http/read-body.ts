import 'server-only'
import { Refusal } from './refusal.ts'

const LARGEST_BYTES = 256 * 1024

/**
 * The request's body as JSON; an empty object where none was sent.
 * @throws Refusal `unsupported_media_type`, `too_large` (over 256 KiB), `invalid`
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request)
  if (text === '') return {}
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new Refusal('unsupported_media_type', 'notJson')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid', 'malformedJson')
  }
}

/** The request's body, read no further than 256 KiB. @throws Refusal `too_large` */
export async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > LARGEST_BYTES)
      throw new Refusal('too_large', 'bodyTooLarge', { values: { limit: LARGEST_BYTES / 1024 } })
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
