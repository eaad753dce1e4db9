import { admit } from '#lib/classroom/admission/admit.ts'
import { admitEndpoint } from '#lib/classroom/admission/api.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(admitEndpoint, admit)
