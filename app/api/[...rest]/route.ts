import { failure } from '#lib/http/respond.ts'
import { Refusal } from '#lib/kernel/refusal.ts'

/** Whatever no other file answers. */
function handle(): Response {
  return failure(new Refusal('not_found', 'noSuchAddress'))
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT }
