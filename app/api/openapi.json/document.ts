import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { exportAuditEndpoint, listAuditEndpoint } from '#lib/audit/api.ts'
import {
  changeClassEndpoint,
  changeEnrolmentEndpoint,
  createClassEndpoint,
  enrolStudentsEndpoint,
  exportClassesEndpoint,
  exportClassStudentsEndpoint,
  findClassEndpoint,
  listClassesEndpoint,
  listClassStudentsEndpoint,
  unenrolStudentsEndpoint,
} from '#lib/classes/api.ts'
import { importStudentsEndpoint, previewImportEndpoint } from '#lib/classes/import/api.ts'
import { admitEndpoint, requestEntryEndpoint, sendReminderEndpoint } from '#lib/classroom/admission/api.ts'
import {
  companionTokenEndpoint,
  muteParticipantsEndpoint,
  readmitParticipantEndpoint,
  removeParticipantEndpoint,
  roomTokenEndpoint,
} from '#lib/classroom/api.ts'
import {
  exportMessagesEndpoint,
  listMessagesEndpoint,
  removeMessageEndpoint,
  reviewMessagesEndpoint,
  sendMessageEndpoint,
} from '#lib/classroom/chat/api.ts'
import {
  clearPaceEndpoint,
  grantFloorEndpoint,
  lowerHandEndpoint,
  lowerHandsEndpoint,
  raiseHandEndpoint,
  reactEndpoint,
  sendPaceEndpoint,
  takeBackFloorEndpoint,
} from '#lib/classroom/hands/api.ts'
import {
  changeAssistantEndpoint,
  changeLocksEndpoint,
  listColleaguesEndpoint,
  setSpotlightEndpoint,
} from '#lib/classroom/moderation/api.ts'
import { readRoomEndpoint, setReceiveModeEndpoint } from '#lib/classroom/room/api.ts'
import {
  createRoomDisplayEndpoint,
  muteRoomDisplayEndpoint,
  pairRoomDisplayEndpoint,
  readRoomDisplayViewEndpoint,
  roomDisplayTokenEndpoint,
  unpairFromDisplayEndpoint,
  unpairRoomDisplayEndpoint,
} from '#lib/classroom/room-display/api.ts'
import {
  checkTokenEndpoint,
  findDeviceCheckEndpoint,
  recordDeviceCheckEndpoint,
} from '#lib/device-check/api.ts'
import {
  addHolidayEndpoint,
  exportHolidaysEndpoint,
  listHolidaysEndpoint,
  removeHolidayEndpoint,
} from '#lib/holidays/api.ts'
import { editConflict } from '#lib/http/edit-conflict.ts'
import { endTokenEndpoint, issueTokenEndpoint, meEndpoint } from '#lib/identity/api.ts'
import {
  acceptLinkEndpoint,
  findLinkEndpoint,
  requestPasswordResetEndpoint,
} from '#lib/identity/password-links/api.ts'
import { countUnreadEndpoint, listNoticesEndpoint, markReadEndpoint } from '#lib/inbox/api.ts'
import type { Endpoint, EndpointAddress, FileEndpoint, Upload } from '#lib/kernel/endpoint.ts'
import {
  changeLocationEndpoint,
  createLocationEndpoint,
  exportLocationsEndpoint,
  listLocationsEndpoint,
} from '#lib/locations/api.ts'
import { listMailboxEndpoint } from '#lib/mailbox/api.ts'
import { changePreferencesEndpoint, findPreferencesEndpoint } from '#lib/notices/api.ts'
import { changeMailPreferenceEndpoint } from '#lib/notices/mail/api.ts'
import {
  changeUserEndpoint,
  createUserEndpoint,
  eraseUserEndpoint,
  exportPeopleEndpoint,
  findUserEndpoint,
  invitePeopleEndpoint,
  listPeopleEndpoint,
  resendInvitationEndpoint,
  revokeInvitationEndpoint,
  sendPasswordResetEndpoint,
} from '#lib/people/api.ts'
import {
  endAbsenceEndpoint,
  listAbsencesEndpoint,
  previewAbsenceEndpoint,
  recordAbsenceEndpoint,
} from '#lib/sessions/absences/api.ts'
import {
  cancelSessionEndpoint,
  changeSessionEndpoint,
  clockQuestion,
  collision,
  createSessionEndpoint,
  endSessionEndpoint,
  exportSeatsEndpoint,
  exportSessionsEndpoint,
  findSessionEndpoint,
  leaveWaitlistEndpoint,
  listOwnWaitlistEntriesEndpoint,
  listSessionsEndpoint,
  listWaitlistEndpoint,
  previewChangeEndpoint,
  removeFromWaitlistEndpoint,
  seatStudentsEndpoint,
  startSessionEndpoint,
  switchSeatEndpoint,
  unseatStudentsEndpoint,
} from '#lib/sessions/api.ts'
import { undoChangeEndpoint } from '#lib/sessions/changes/api.ts'
import { findFeedAddressEndpoint, revokeFeedEndpoint } from '#lib/sessions/feed/api.ts'
import { createSeriesEndpoint, previewSeriesEndpoint } from '#lib/sessions/series/api.ts'

/** All endpoints of the API, in the order of the document. */
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
  findFeedAddressEndpoint,
  revokeFeedEndpoint,
  roomTokenEndpoint,
  companionTokenEndpoint,
  findDeviceCheckEndpoint,
  recordDeviceCheckEndpoint,
  checkTokenEndpoint,
  readRoomEndpoint,
  sendMessageEndpoint,
  listMessagesEndpoint,
  removeMessageEndpoint,
  raiseHandEndpoint,
  lowerHandEndpoint,
  lowerHandsEndpoint,
  grantFloorEndpoint,
  takeBackFloorEndpoint,
  sendPaceEndpoint,
  clearPaceEndpoint,
  reactEndpoint,
  setReceiveModeEndpoint,
  requestEntryEndpoint,
  admitEndpoint,
  sendReminderEndpoint,
  muteParticipantsEndpoint,
  changeLocksEndpoint,
  setSpotlightEndpoint,
  changeAssistantEndpoint,
  listColleaguesEndpoint,
  removeParticipantEndpoint,
  readmitParticipantEndpoint,
  pairRoomDisplayEndpoint,
  unpairRoomDisplayEndpoint,
  muteRoomDisplayEndpoint,
  createRoomDisplayEndpoint,
  roomDisplayTokenEndpoint,
  readRoomDisplayViewEndpoint,
  unpairFromDisplayEndpoint,
  switchSeatEndpoint,
  listOwnWaitlistEntriesEndpoint,
  leaveWaitlistEndpoint,
  listPeopleEndpoint,
  createUserEndpoint,
  findUserEndpoint,
  changeUserEndpoint,
  eraseUserEndpoint,
  invitePeopleEndpoint,
  resendInvitationEndpoint,
  revokeInvitationEndpoint,
  sendPasswordResetEndpoint,
  listClassesEndpoint,
  createClassEndpoint,
  findClassEndpoint,
  changeClassEndpoint,
  listClassStudentsEndpoint,
  enrolStudentsEndpoint,
  changeEnrolmentEndpoint,
  unenrolStudentsEndpoint,
  listLocationsEndpoint,
  createLocationEndpoint,
  changeLocationEndpoint,
  listHolidaysEndpoint,
  addHolidayEndpoint,
  removeHolidayEndpoint,
  previewSeriesEndpoint,
  createSeriesEndpoint,
  previewImportEndpoint,
  importStudentsEndpoint,
  createSessionEndpoint,
  changeSessionEndpoint,
  cancelSessionEndpoint,
  previewChangeEndpoint,
  undoChangeEndpoint,
  listAbsencesEndpoint,
  previewAbsenceEndpoint,
  recordAbsenceEndpoint,
  endAbsenceEndpoint,
  seatStudentsEndpoint,
  unseatStudentsEndpoint,
  listWaitlistEndpoint,
  removeFromWaitlistEndpoint,
  reviewMessagesEndpoint,
  listAuditEndpoint,
  listNoticesEndpoint,
  countUnreadEndpoint,
  markReadEndpoint,
  findPreferencesEndpoint,
  changePreferencesEndpoint,
  changeMailPreferenceEndpoint,
  listMailboxEndpoint,
]

export const fileEndpoints: FileEndpoint[] = [
  exportSessionsEndpoint,
  exportPeopleEndpoint,
  exportClassesEndpoint,
  exportClassStudentsEndpoint,
  exportSeatsEndpoint,
  exportMessagesEndpoint,
  exportLocationsEndpoint,
  exportHolidaysEndpoint,
  exportAuditEndpoint,
]

const failure = z
  .object({
    success: z.literal(false),
    message: z.string().meta({ description: 'Message for people' }),
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
      collisions: z.array(collision).optional().meta({ description: 'Obstacles of a conflict' }),
      questions: z
        .array(clockQuestion)
        .optional()
        .meta({ description: 'Skipped or repeated wall times; the client must choose their meaning' }),
      editConflict: editConflict.optional(),
      account: z
        .enum(['erased', 'disabled'])
        .optional()
        .meta({ description: 'Why the account of the credential ended' }),
    }),
  })
  .meta({ id: 'Failure' })

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
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
    paths: pathsOf([
      ...endpoints.map((endpoint) => ({ endpoint, responses: answersOf(endpoint) })),
      ...fileEndpoints.map((endpoint) => ({ endpoint, responses: fileOf(endpoint) })),
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
      default: { description: 'Refused', content: { 'application/json': { schema: failure } } },
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
    ? { 'application/x-ndjson': { schema: z.union([progress, envelope, failure]) } }
    : { 'application/json': { schema: envelope } }
  return { [`${status}`]: { description, content } }
}

function fileOf({ file, fileName }: FileEndpoint): Answers {
  return { '200': { description: fileName, content: { [file]: { schema: z.string() } } } }
}
