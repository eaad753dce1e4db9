import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoints, fileEndpoints } from '#lib/api/definitions.ts'
import { changePasswordInput, changeTimeZoneInput } from '#lib/identity/api.ts'

/** A string schema and its path in the request. */
type TextField = { path: string; schema: z.core.$ZodType }

/** All string schemas below this schema. A pipe counts as a whole. */
function textFieldsOf(schema: z.core.$ZodType, path: string): TextField[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return [{ path, schema }]
    case 'pipe':
      return textFieldsOf(def.in, path).map((field) => (field.schema === def.in ? { path, schema } : field))
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) => textFieldsOf(field, `${path}.${name}`))
    case 'array':
      return textFieldsOf(def.element, `${path}[]`)
    case 'record':
      return [...textFieldsOf(def.keyType, `${path}.key`), ...textFieldsOf(def.valueType, `${path}.value`)]
    case 'union':
      return def.options.flatMap((option) => textFieldsOf(option, path))
    case 'optional':
    case 'nullable':
    case 'default':
    case 'catch':
      return textFieldsOf(def.innerType, path)
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
    case 'null':
      return []
    default:
      throw new Error(`This test does not know schemas of the type ${def.type}: add it`)
  }
}

const requests = [
  ...[...endpoints, ...fileEndpoints].flatMap(({ method, path, params, query, body }) =>
    Object.entries({ params, query, body }).flatMap(([part, schema]) =>
      schema ? textFieldsOf(schema, `${method} ${path} ${part}`) : [],
    ),
  ),
  ...textFieldsOf(changePasswordInput, 'changeOwnPassword'),
  ...textFieldsOf(changeTimeZoneInput, 'changeOwnTimeZone'),
]

describe('an unpaired surrogate is refused', () => {
  test.each(requests)('in $path', ({ schema }) => {
    for (const half of ['\ud800', '\udc00']) {
      expect(z.safeParse(schema, `eightchr${half}`).success).toBe(false)
    }
  })
})

test('the check finds text fields in bodies, queries, parameters, arrays and records', () => {
  const paths = requests.map(({ path }) => path)
  expect(paths).toEqual(
    expect.arrayContaining([
      'POST /api/v1/admin/sessions/{sessionId}/cancel body.reason',
      'GET /api/v1/admin/users query.search',
      'GET /api/v1/auth/invitations/{key} params.key',
      'POST /api/v1/admin/invitations body.emails[]',
      'POST /api/v1/admin/invitations body.names.key',
    ]),
  )
})
