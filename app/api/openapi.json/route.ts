import { entityTag, respondTagged } from '#lib/http/entity-tag.ts'
import { application } from '#lib/process/application.ts'
import { createApiDocument } from './document.ts'

let built: { content: string; tag: string } | undefined

/** The OpenAPI document, built on the first request: building takes about 100 ms, and the endpoint is public. */
export function GET(request: Request): Response {
  built ??= buildDocument()
  return respondTagged(request, {
    ...built,
    type: 'application/json',
    cacheControl: 'public, max-age=300',
  })
}

function buildDocument() {
  const content = JSON.stringify(createApiDocument(application().configuration.publicUrl.origin))
  return { content, tag: entityTag(content) }
}
