import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { createClassEndpoint, enrolStudentsEndpoint, listClassesEndpoint } from '#lib/classes/api.ts'
import { letInAgainEndpoint, removeParticipantEndpoint, roomTokenEndpoint } from '#lib/classroom/api.ts'
import type { Endpoint } from '#lib/http/endpoint.ts'
import {
  createUserEndpoint,
  endTokenEndpoint,
  issueTokenEndpoint,
  listPeopleEndpoint,
  meEndpoint,
} from '#lib/identity/api.ts'
import {
  cancelSessionEndpoint,
  changeSessionEndpoint,
  createSessionEndpoint,
  endSessionEndpoint,
  findSessionEndpoint,
  listSessionsEndpoint,
  seatStudentsEndpoint,
  startSessionEndpoint,
  unseatStudentsEndpoint,
} from '#lib/sessions/api.ts'

/** Every address of the API, in the order in which the document shows them. */
export const endpoints: Endpoint[] = [
  issueTokenEndpoint,
  endTokenEndpoint,
  meEndpoint,
  listSessionsEndpoint,
  findSessionEndpoint,
  startSessionEndpoint,
  endSessionEndpoint,
  roomTokenEndpoint,
  removeParticipantEndpoint,
  letInAgainEndpoint,
  listPeopleEndpoint,
  createUserEndpoint,
  listClassesEndpoint,
  createClassEndpoint,
  enrolStudentsEndpoint,
  createSessionEndpoint,
  changeSessionEndpoint,
  cancelSessionEndpoint,
  seatStudentsEndpoint,
  unseatStudentsEndpoint,
]

const failure = z
  .object({
    success: z.literal(false),
    message: z.string().meta({ description: 'A sentence for a person' }),
    error: z.object({
      code: z.enum([
        'unauthenticated',
        'forbidden',
        'not_found',
        'invalid',
        'session_not_accessible',
        'conflict',
        'too_large',
        'unsupported_media_type',
        'rate_limited',
        'unavailable',
        'internal',
      ]),
      fields: z.record(z.string(), z.string()).optional(),
      collisions: z
        .array(
          z.object({
            kind: z.enum(['trainer', 'student', 'session']),
            sessionId: z.string(),
            title: z.string(),
            startsAt: z.iso.datetime(),
            endsAt: z.iso.datetime(),
            people: z.array(z.object({ id: z.string(), name: z.string() })),
          }),
        )
        .optional()
        .meta({ description: 'What a conflict collides with' }),
    }),
  })
  .meta({ id: 'Failure' })

/** The OpenAPI 3.1 document, made from the schemas that parse the requests. */
export function createApiDocument(serverUrl: string) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Koding Caravan',
      version: '1',
      description: 'Live classes, online and in the room at once.',
    },
    servers: [{ url: serverUrl }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
    paths: pathsOf(endpoints),
  })
}

function pathsOf(all: Endpoint[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const endpoint of all) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  return paths
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { params, query, body, data, message, status = 200 } = endpoint
  const envelope = z.object({ success: z.literal(true), message: z.literal(message), data })
  return {
    summary: endpoint.summary,
    security: endpoint.access === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [`${status}`]: { description: message, content: { 'application/json': { schema: envelope } } },
      default: { description: 'Refused', content: { 'application/json': { schema: failure } } },
    },
  }
}
