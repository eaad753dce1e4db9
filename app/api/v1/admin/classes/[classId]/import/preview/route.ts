import { previewImportEndpoint } from '#lib/classes/import/api.ts'
import { previewImport } from '#lib/classes/import/preview-import.ts'
import { route } from '#lib/http/route.ts'

export const POST = route(previewImportEndpoint, previewImport)
