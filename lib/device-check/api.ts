import { z } from 'zod'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { sentInstant } from '#lib/kernel/fields.ts'
import { roomToken } from '#lib/livekit/room-token.ts'

const routeOutcome = z.enum(['open', 'blocked', 'not_offered'])

const MAX_ROUND_TRIP_MS = MINUTE_MS

const outcomes = z.object({
  camera: z.enum(['works', 'missing', 'blocked', 'failed']),
  microphone: z
    .enum(['heard', 'silent', 'missing', 'blocked', 'failed'])
    .meta({ description: 'silent: the microphone is open, but no sound was detected' }),
  speaker: z
    .enum(['heard', 'silent'])
    .meta({ description: 'Whether the user confirms that they heard the sound' }),
  routes: z
    .object({
      udp: routeOutcome,
      tcp: routeOutcome,
      relay: routeOutcome.meta({ description: 'Over TURN' }),
    })
    .meta({ description: 'Routes to LiveKit; not_offered: this installation does not offer the route' }),
  roundTripMs: z
    .int()
    .min(0)
    .max(MAX_ROUND_TRIP_MS)
    .nullable()
    .meta({ description: 'Round-trip time of the best route to LiveKit; null if none is open' }),
})

const checkResult = z.enum([
  'ready',
  'network_blocked',
  'no_microphone',
  'not_heard',
  'no_sound',
  'network_weak',
  'no_camera',
])

/** The summary of a student's last check, for the trainer. */
export const checkSummary = z
  .object({
    checkedAt: sentInstant,
    result: checkResult.meta({ description: 'The most important problem, or `ready`' }),
  })
  .meta({ id: 'CheckSummary' })
export type CheckSummary = z.infer<typeof checkSummary>

const deviceCheck = outcomes
  .extend(checkSummary.shape)
  .extend({ network: z.enum(['good', 'weak', 'blocked']) })
  .meta({ id: 'DeviceCheck' })
export type DeviceCheck = z.infer<typeof deviceCheck>

export const findDeviceCheckEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/device-check',
  access: 'signed-in',
  summary: 'Your last check of devices and network; null if there is none',
  data: deviceCheck.nullable(),
  message: 'Last check',
})

export const recordDeviceCheckEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/device-check',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Save the result of your check in place of the last one, without addresses and device names',
  body: outcomes,
  data: deviceCheck,
  message: 'Saved',
})

export const checkTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/device-check/token',
  access: 'signed-in',
  limit: 'tokens',
  summary: 'A LiveKit token to check the connection. It opens an empty room and is valid for 5 minutes',
  data: roomToken,
  message: 'LiveKit token generated successfully',
})
