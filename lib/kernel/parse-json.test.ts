import { expect, test } from 'vitest'
import { z } from 'zod'
import { type JsonSchema, parseJson } from './parse-json.ts'

const schema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), number: z.int(), note: z.string().optional() }),
  z.object({ kind: z.literal('list'), items: z.array(z.object({ id: z.string() })) }),
  z.object({ kind: z.literal('state'), open: z.boolean(), colour: z.enum(['red', 'blue']).nullable() }),
  z.object({ kind: z.literal('patch'), patch: z.object({ names: z.array(z.string()) }).partial() }),
])
const generated = z.toJSONSchema(schema) as JsonSchema

test.each([
  { kind: 'count', number: 3 },
  { kind: 'count', number: 3, note: '' },
  { kind: 'count', number: 3, addedByANewerServer: true },
  { kind: 'list', items: [] },
  { kind: 'list', items: [{ id: 'a' }, { id: 'b' }] },
  { kind: 'state', open: false, colour: null },
  { kind: 'state', open: true, colour: 'blue' },
  { kind: 'patch', patch: {} },
  { kind: 'patch', patch: { names: ['a'] } },
])('%j has the form of the schema, as Zod says', (value) => {
  expect(schema.safeParse(value).success).toBe(true)
  expect(parseJson(generated, JSON.stringify(value))).toEqual(value)
})

test.each([
  null,
  [],
  'count',
  {},
  { kind: 'addedByANewerServer' },
  { kind: 'count' },
  { kind: 'count', number: '3' },
  { kind: 'count', number: 3.5 },
  { kind: 'count', number: 3, note: null },
  { kind: 'list', items: {} },
  { kind: 'list', items: [null] },
  { kind: 'list', items: [{ id: 'a' }, { id: 1 }] },
  { kind: 'state', open: 1, colour: null },
  { kind: 'state', open: true, colour: 'green' },
  { kind: 'state', open: true },
  { kind: 'patch', patch: null },
  { kind: 'patch', patch: { names: [1] } },
])('%j does not have the form of the schema, as Zod says', (value) => {
  expect(schema.safeParse(value).success).toBe(false)
  expect(parseJson(generated, JSON.stringify(value))).toBeNull()
})

test('a text that is no JSON is not read', () => {
  expect(parseJson(generated, '{"kind":')).toBeNull()
})
