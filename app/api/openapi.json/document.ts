import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { exportAuditEndpoint, listAuditEndpoint } from '#lib/audit/api.ts'
import {
  createClassEndpoint,
  enrolStudentsEndpoint,
  exportClassesEndpoint,
  listClassesEndpoint,
} from '#lib/classes/api.ts'
import { letInAgainEndpoint, removeParticipantEndpoint, roomTokenEndpoint } from '#lib/classroom/api.ts'
import type { Address, Endpoint, FileEndpoint } from '#lib/http/endpoint.ts'
import {
  changeUserEndpoint,
  createUserEndpoint,
  endTokenEndpoint,
  eraseUserEndpoint,
  exportPeopleEndpoint,
  findUserEndpoint,
  issueTokenEndpoint,
  listPeopleEndpoint,
  meEndpoint,
} from '#lib/identity/api.ts'
import {
  acceptLinkEndpoint,
  findLinkEndpoint,
  inviteAgainEndpoint,
  invitePeopleEndpoint,
  requestPasswordResetEndpoint,
  sendPasswordResetEndpoint,
  takeBackInvitationEndpoint,
} from '#lib/identity/invitations/api.ts'
import {
  cancelSessionEndpoint,
  changeSessionEndpoint,
  createSessionEndpoint,
  endSessionEndpoint,
  exportSessionsEndpoint,
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
  requestPasswordResetEndpoint,
  findLinkEndpoint,
  acceptLinkEndpoint,
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
  findUserEndpoint,
  changeUserEndpoint,
  eraseUserEndpoint,
  invitePeopleEndpoint,
  inviteAgainEndpoint,
  takeBackInvitationEndpoint,
  sendPasswordResetEndpoint,
  listClassesEndpoint,
  createClassEndpoint,
  enrolStudentsEndpoint,
  createSessionEndpoint,
  changeSessionEndpoint,
  cancelSessionEndpoint,
  seatStudentsEndpoint,
  unseatStudentsEndpoint,
  listAuditEndpoint,
]

export const fileEndpoints: FileEndpoint[] = [
  exportSessionsEndpoint,
  exportPeopleEndpoint,
  exportClassesEndpoint,
  exportAuditEndpoint,
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
    paths: pathsOf([
      ...endpoints.map((endpoint) => ({ endpoint, answers: answersOf(endpoint) })),
      ...fileEndpoints.map((endpoint) => ({ endpoint, answers: fileOf(endpoint) })),
    ]),
  })
}

type Answers = ZodOpenApiOperationObject['responses']
type Described = { endpoint: Address; answers: Answers }

function pathsOf(all: Described[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const { endpoint, answers } of all) {
    const operation = operationOf(endpoint, answers)
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation }
  }
  return paths
}

function operationOf(
  { access, summary, params, query, body }: Address,
  answers: Answers,
): ZodOpenApiOperationObject {
  return {
    summary,
    security: access === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      ...answers,
      default: { description: 'Refused', content: { 'application/json': { schema: failure } } },
    },
  }
}

function answersOf({ data, message, status = 200 }: Endpoint): Answers {
  const envelope = z.object({ success: z.literal(true), message: z.literal(message), data })
  return { [`${status}`]: { description: message, content: { 'application/json': { schema: envelope } } } }
}

function fileOf({ file, fileName }: FileEndpoint): Answers {
  return { '200': { description: fileName, content: { [file]: { schema: z.string() } } } }
}
