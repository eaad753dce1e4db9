import { z } from 'zod'
import { defineEndpoint, defineFileEndpoint } from '#lib/kernel/endpoint.ts'
import { day, singleLine } from '#lib/kernel/fields.ts'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'

export const holiday = z.object({ date: z.string(), name: z.string() }).meta({ id: 'Holiday' })
export type Holiday = z.infer<typeof holiday>

export const listHolidaysEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/v1/admin/holidays',
  access: 'signed-in',
  summary: 'Days without classes, by date',
  data: z.object({ items: z.array(holiday) }),
  message: 'Holidays',
})

export const exportHolidaysEndpoint = defineFileEndpoint({
  method: 'GET',
  path: '/api/v1/admin/holidays.csv',
  access: 'signed-in',
  summary: 'The holidays as a CSV file',
  file: 'text/csv',
  fileName: 'holidays.csv',
})

export const addHolidayEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/v1/admin/holidays',
  access: 'signed-in',
  summary: 'Add or rename a holiday; series planned from then on skip it',
  body: z.object({ date: day, name: singleLine(MAX_LENGTH.holiday) }),
  data: holiday,
  message: 'Holiday added',
  status: 201,
})

export const removeHolidayEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/v1/admin/holidays/{date}',
  access: 'signed-in',
  summary: 'Remove a holiday; idempotent',
  params: z.object({ date: day }),
  data: z.object({}),
  message: 'Holiday removed',
})
