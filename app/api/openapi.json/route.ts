import { application } from '#lib/process/application.ts'
import { createApiDocument } from './document.ts'

export function GET(): Response {
  return Response.json(createApiDocument(application().configuration.publicUrl.origin))
}
