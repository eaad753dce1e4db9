import { route } from '#lib/http/route.ts'
import { previewChangeEndpoint } from '#lib/sessions/api.ts'
import { previewChange } from '#lib/sessions/planning/preview-change.ts'

export const POST = route(previewChangeEndpoint, previewChange)
