import { z } from 'zod'
import { assistantPermission, lock } from '#lib/classroom/room/api.ts'
import { roomNumber } from '#lib/classroom/room-number.ts'
import { defineEndpoint } from '#lib/kernel/endpoint.ts'
import { searchText } from '#lib/kernel/fields.ts'
import { sessionId, userId } from '#lib/kernel/ids.ts'

const params = z.object({ sessionId })

export const changeLocksEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/v1/sessions/{sessionId}/locks',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Lock or unlock microphones, cameras, screens or chat for students, and change the exceptions',
  params,
  body: z.object({
    locks: z
      .partialRecord(lock, z.boolean())
      .optional()
      .meta({ description: 'Locks to change. Omitted locks stay as they are' }),
    exceptions: z
      .array(z.object({ userId, lock, excepted: z.boolean() }))
      .max(1000)
      .optional(),
  }),
  data: z.object({ locks: z.array(lock), number: roomNumber }),
  message: 'Locks changed',
})

export const setSpotlightEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/spotlight',
  access: 'signed-in',
  limit: 'room-actions',
  summary: 'Spotlight a participant for everyone; null removes the spotlight',
  params,
  body: z.object({ userId: userId.nullable() }),
  data: z.object({ number: roomNumber }),
  message: 'Spotlight changed',
})

export const changeAssistantEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/sessions/{sessionId}/assistants',
  access: 'signed-in',
  limit: 'room-actions',
  summary:
    'Give a student or another trainer assistant permissions for this session. An empty list takes them back',
  params,
  body: z.object({ userId, assistantPermissions: z.array(assistantPermission).max(10) }),
  data: z.object({ number: roomNumber }),
  message: 'Assistant changed',
})

export const listColleaguesEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/sessions/{sessionId}/assistants/colleagues',
  access: 'signed-in',
  summary: 'Other trainers who can become assistants, by name. For the trainer and admins',
  params,
  query: z.object({ search: searchText.optional() }),
  data: z.object({ items: z.array(z.object({ id: userId, name: z.string() })).max(20) }),
  message: 'Colleagues',
})
