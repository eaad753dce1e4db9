import { success } from '#lib/http/respond.ts'

/** Liveness: the process responds. */
export function GET(): Response {
  return success({}, 'Alive')
}

/** The same for clients that send POST; also the baseline (no-op) to which the token route is compared. */
export const POST = GET
