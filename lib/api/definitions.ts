import * as audit from '#lib/audit/api.ts'
import * as classes from '#lib/classes/api.ts'
import * as classImport from '#lib/classes/import/api.ts'
import * as admission from '#lib/classroom/admission/api.ts'
import * as classroom from '#lib/classroom/api.ts'
import * as chat from '#lib/classroom/chat/api.ts'
import * as hands from '#lib/classroom/hands/api.ts'
import * as moderation from '#lib/classroom/moderation/api.ts'
import * as room from '#lib/classroom/room/api.ts'
import * as roomDisplay from '#lib/classroom/room-display/api.ts'
import * as deviceCheck from '#lib/device-check/api.ts'
import * as holidays from '#lib/holidays/api.ts'
import * as identity from '#lib/identity/api.ts'
import * as passwordLinks from '#lib/identity/password-links/api.ts'
import * as inbox from '#lib/inbox/api.ts'
import type { Endpoint, EventStreamEndpoint, FileEndpoint } from '#lib/kernel/endpoint.ts'
import * as locations from '#lib/locations/api.ts'
import * as mailbox from '#lib/mailbox/api.ts'
import * as notices from '#lib/notices/api.ts'
import * as mailPreferences from '#lib/notices/mail/api.ts'
import * as pageEvents from '#lib/page-events/api.ts'
import * as people from '#lib/people/api.ts'
import * as absences from '#lib/sessions/absences/api.ts'
import * as sessions from '#lib/sessions/api.ts'
import * as changes from '#lib/sessions/changes/api.ts'
import * as feed from '#lib/sessions/feed/api.ts'
import * as series from '#lib/sessions/series/api.ts'

type Definition = Endpoint | FileEndpoint | EventStreamEndpoint

/** The modules with definitions, in the order of the OpenAPI document. app/api/openapi.json/definitions.test.ts finds a missing one. */
const modules: object[] = [
  identity,
  passwordLinks,
  sessions,
  feed,
  deviceCheck,
  classroom,
  room,
  admission,
  chat,
  hands,
  moderation,
  roomDisplay,
  pageEvents,
  inbox,
  notices,
  mailPreferences,
  people,
  classes,
  classImport,
  locations,
  holidays,
  series,
  changes,
  absences,
  audit,
  mailbox,
]

const definitions = modules.flatMap((module) => Object.values(module).filter(isDefinition))

/** All endpoints that answer with the envelope. */
export const endpoints = definitions.filter((definition) => 'data' in definition)

/** All endpoints that answer with a file. */
export const fileEndpoints = definitions.filter((definition) => 'file' in definition)

/** All endpoints that send server-sent events. */
export const eventStreams = definitions.filter((definition) => 'event' in definition)

function isDefinition(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value
}
