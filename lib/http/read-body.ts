import 'server-only'
import type { Upload } from '#lib/kernel/endpoint.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

const LARGEST_BYTES = 256 * 1024

/**
 * The request's body as JSON; an empty object if the body is missing.
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

/** The request's body; reading stops at 256 KiB. @throws Refusal `too_large` */
export async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of readBytes(request, LARGEST_BYTES)) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}

/**
 * The request's body as a file, in parts. Checks its type, one of `types`, immediately, and its size while reading.
 * @throws Refusal `unsupported_media_type`, `too_large`
 */
export function readFile(request: Request, { types, maxBytes }: Upload): AsyncIterable<Uint8Array> {
  const [sent = ''] = (request.headers.get('content-type') ?? '').split(';')
  if (!types.some((type) => type === sent.trim().toLowerCase()))
    throw new Refusal('unsupported_media_type', 'wrongFileType', { values: { types: types.join(', ') } })
  return readBytes(request, maxBytes)
}

async function* readBytes(request: Request, largest: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > largest) throw new Refusal('too_large', 'bodyTooLarge', { values: { limit: largest / 1024 } })
    yield chunk
  }
}
