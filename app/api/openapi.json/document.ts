import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { endpoints, eventStreams, fileEndpoints } from '#lib/api/definitions.ts'
import { failureAnswer } from '#lib/api/failure-answer.ts'
import { roomUpdate } from '#lib/classroom/room/room-update.ts'
import type {
  Endpoint,
  EndpointAddress,
  EventStreamEndpoint,
  FileEndpoint,
  Upload,
} from '#lib/kernel/endpoint.ts'

/** The OpenAPI 3.1 document, generated from the schemas that parse the requests. */
export function createApiDocument(serverUrl: string) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Koding Caravan',
      version: '1',
      description: 'Live classes, online and in person at the same time.',
    },
    servers: [{ url: serverUrl }],
    components: {
      // Not in any answer: LiveKit carries it.
      schemas: { RoomUpdate: roomUpdate },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
    paths: pathsOf([
      ...endpoints.map((endpoint) => ({ endpoint, responses: answersOf(endpoint) })),
      ...fileEndpoints.map((endpoint) => ({ endpoint, responses: fileOf(endpoint) })),
      ...eventStreams.map((endpoint) => ({ endpoint, responses: eventsOf(endpoint) })),
    ]),
  })
}

type Answers = ZodOpenApiOperationObject['responses']
type Described = { endpoint: EndpointAddress; responses: Answers }

function pathsOf(all: Described[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const { endpoint, responses } of all) {
    const operation = operationOf(endpoint, responses)
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation }
  }
  return paths
}

function operationOf(
  { access, summary, params, query, body, upload }: EndpointAddress,
  answers: Answers,
): ZodOpenApiOperationObject {
  return {
    summary,
    security: access === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    ...(upload && { requestBody: { required: true, content: contentOf(upload) } }),
    responses: {
      ...answers,
      default: { description: 'Refused', content: { 'application/json': { schema: failureAnswer } } },
    },
  }
}

function contentOf({ types }: Upload) {
  const [text, binary] = [z.string(), z.string().meta({ format: 'binary' })]
  return Object.fromEntries(types.map((type) => [type, { schema: type.startsWith('text/') ? text : binary }]))
}

function answersOf({ data, message, status = 200, progress }: Endpoint): Answers {
  const envelope = z.object({ success: z.literal(true), message: z.literal(message), data })
  const description = progress
    ? `${message}. A line for each progress, and the envelope in the last one`
    : message
  const content = progress
    ? { 'application/x-ndjson': { schema: z.union([progress, envelope, failureAnswer]) } }
    : { 'application/json': { schema: envelope } }
  return { [`${status}`]: { description, content } }
}

function fileOf({ file, fileName }: FileEndpoint): Answers {
  return { '200': { description: fileName, content: { [file]: { schema: z.string() } } } }
}

function eventsOf({ event }: EventStreamEndpoint): Answers {
  const description = 'Server-sent events. Each `data` is JSON of this form'
  return { '200': { description, content: { 'text/event-stream': { schema: event } } } }
}
