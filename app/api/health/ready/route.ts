import { readiness } from '#lib/process/readiness.ts'

/** Readiness of this instance; a 503 names the failed dependencies. */
export async function GET(): Promise<Response> {
  const { ready, ...data } = await readiness()
  const message = ready ? 'Ready' : 'Not ready'
  const body = ready
    ? { success: true, message, data }
    : { success: false, message, error: { code: 'unavailable', ...data } }
  return Response.json(body, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
