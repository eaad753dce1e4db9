import { readiness } from '#lib/process/readiness.ts'

/** Whether this instance can serve; 503 names what does not answer. */
export async function GET(): Promise<Response> {
  const { ready, ...data } = await readiness()
  const message = ready ? 'Ready' : 'Not ready'
  const body = ready
    ? { success: true, message, data }
    : { success: false, message, error: { code: 'unavailable', ...data } }
  return Response.json(body, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
