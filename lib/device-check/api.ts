import { z } from 'zod'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { sentInstant } from '#lib/kernel/fields.ts'
import { roomToken } from '#lib/livekit/room-token.ts'

const routeOutcome = z.enum(['open', 'blocked', 'not_offered'])

const MAX_ROUND_TRIP_MS = 60_000

const outcomes = z.object({
  camera: z.enum(['works', 'missing', 'blocked', 'failed']),
  microphone: z
    .enum(['heard', 'silent', 'missing', 'blocked', 'failed'])
    .meta({ description: 'silent: it is open, and nothing was heard from it' }),
  speaker: z.enum(['heard', 'silent']).meta({ description: 'Whether you say that you heard it' }),
  routes: z
    .object({
      udp: routeOutcome,
      tcp: routeOutcome,
      relay: routeOutcome.meta({ description: 'Over TURN' }),
    })
    .meta({ description: 'How LiveKit can be reached; not_offered: this installation has no such way' }),
  roundTripMs: z
    .int()
    .min(0)
    .max(MAX_ROUND_TRIP_MS)
    .nullable()
    .meta({ description: 'How long LiveKit takes to answer by the best way; null where none is open' }),
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

/** What who leads a session sees of a student's last check. */
export const checkSummary = z
  .object({
    checkedAt: sentInstant,
    result: checkResult.meta({ description: 'What is most in the way of a class, or that nothing is' }),
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
  summary: 'Your last check of devices and network; null where there was none',
  data: deviceCheck.nullable(),
  message: 'Last check',
})

export const recordDeviceCheckEndpoint = defineEndpoint({
  method: 'PUT',
  path: '/api/v1/device-check',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Say what your check found, in place of the last one; no addresses, no names of devices',
  body: outcomes,
  data: deviceCheck,
  message: 'Check recorded',
})

export const checkTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/device-check/token',
  access: 'signed-in',
  limit: 'tokens',
  summary: 'A LiveKit token to find out whether it can be reached: it opens an empty room for 5 minutes',
  data: roomToken,
  message: 'LiveKit token generated successfully',
})
