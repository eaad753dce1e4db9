import { route } from '#lib/http/route.ts'
import { undoChangeEndpoint } from '#lib/sessions/changes/api.ts'
import { undoChange } from '#lib/sessions/changes/undo-change.ts'

export const POST = route(undoChangeEndpoint, undoChange)
