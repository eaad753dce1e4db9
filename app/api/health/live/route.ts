import { success } from '#lib/http/respond.ts'

/** The process answers. */
export function GET(): Response {
  return success({}, 'Alive')
}

/** The same for clients that post, and the no-op that the token route is compared with. */
export const POST = GET
