import { failure } from '#lib/http/respond.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

/** Catch-all for API paths without a route. */
function handle(): Response {
  return failure(new Refusal('not_found', 'noSuchAddress'))
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }
