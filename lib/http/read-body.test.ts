import { describe, expect, test } from 'vitest'
import { readFile, readJson, readText } from './read-body.ts'

const LARGEST = 256 * 1024

function sent(body: string | ReadableStream | undefined, type: string | null = 'application/json') {
  const headers = new Headers(type === null ? {} : { 'content-type': type })
  if (body === undefined) return new Request('http://school.test', { method: 'POST', headers })
  return new Request('http://school.test', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
}

test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
  'JSON as %s',
  async (type) => {
    expect(await readJson(sent('{"name":"Leïla"}', type))).toEqual({ name: 'Leïla' })
  },
)

test('a missing body is an empty object, whatever its type', async () => {
  for (const type of [null, 'text/plain', 'application/json']) {
    expect(await readJson(sent(undefined, type))).toEqual({})
    expect(await readJson(sent('', type))).toEqual({})
  }
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', 'multipart/form-data'])(
  'a body as %s is refused',
  async (type) => {
    await expect(readJson(sent('{}', type))).rejects.toMatchObject({ code: 'unsupported_media_type' })
  },
)

test.each(['{', 'undefined', '{"a":1}x', '\u0000'])('%j is not JSON', async (body) => {
  await expect(readJson(sent(body))).rejects.toMatchObject({ code: 'invalid', reason: 'malformedJson' })
})

test('a body of 256 KiB is accepted and one byte more is refused, whatever the stated length', async () => {
  expect(await readText(sent('x'.repeat(LARGEST)))).toHaveLength(LARGEST)
  await expect(readText(sent('x'.repeat(LARGEST + 1)))).rejects.toMatchObject({ code: 'too_large' })
})

test('reading stops at the limit, even if the body has no end', async () => {
  let pulled = 0
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(64 * 1024))
    },
  })
  await expect(readJson(sent(endless))).rejects.toMatchObject({ code: 'too_large' })
  expect(pulled).toBeLessThan(20)
})

test('a character that is split between two chunks stays whole', async () => {
  const bytes = new TextEncoder().encode('"ï"')
  const split = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  expect(await readJson(sent(split))).toBe('ï')
})

describe('a file', () => {
  const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const allowed = { types: ['text/csv', excel], maxBytes: 100 } as const

  async function sizeOf(body: string, type: string) {
    let bytes = 0
    for await (const chunk of readFile(sent(body, type), allowed)) bytes += chunk.byteLength
    return bytes
  }

  test.each(['text/csv', 'text/csv; charset=utf-8', 'Text/CSV', excel])('is read as %s', async (type) => {
    expect(await sizeOf('x'.repeat(100), type)).toBe(100)
  })

  test('is refused immediately for another type, and during reading if it is too large', async () => {
    expect(() => readFile(sent('a,b', 'application/json'), allowed)).toThrow('wrongFileType')
    await expect(sizeOf('x'.repeat(101), 'text/csv')).rejects.toMatchObject({ code: 'too_large' })
  })
})
