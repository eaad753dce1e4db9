import 'server-only'
import { z } from 'zod'
import type { EndpointAddress, InputOf } from '#lib/kernel/endpoint.ts'
import type { FieldFault } from '#lib/kernel/fields.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import fields from '#messages/en/fields.json'

type Given = { params?: unknown; query?: unknown; body?: unknown; file?: AsyncIterable<Uint8Array> }

/** The request's input, parsed by its endpoint. @throws Refusal `invalid` with the fault of each field */
export function parseInput<E extends EndpointAddress>(endpoint: E, given: Given): InputOf<E> {
  return {
    ...parsePart(endpoint.params, given.params),
    ...parsePart(endpoint.query, given.query),
    ...parsePart(endpoint.body, given.body),
    ...(given.file && { file: given.file }),
  } as InputOf<E>
}

function parsePart(schema: z.ZodObject | undefined, given: unknown): Record<string, unknown> {
  return schema ? parseObject(schema, given) : {}
}

/** The input, parsed by a single schema. @throws Refusal `invalid` with the fault of each field */
export function parseObject<S extends z.ZodObject>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw new Refusal('invalid', 'malformed', { fields: fieldsOf(parsed.error) })
}

/** The fault of each field: a key of messages/en/fields.json. */
function fieldsOf(error: z.ZodError): Record<string, FieldFault> {
  return Object.fromEntries(
    error.issues.map((issue) => [
      issue.path.join('.') || 'body',
      faults.safeParse(issue.message).data ?? 'missing',
    ]),
  )
}

const faults = z.enum(Object.keys(fields) as [FieldFault])
