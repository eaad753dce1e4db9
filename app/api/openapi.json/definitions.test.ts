import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { endpoints, eventStreams, fileEndpoints } from '#lib/api/definitions.ts'
import type { EndpointAddress } from '#lib/kernel/endpoint.ts'
import { readDefinitions } from '#scripts/testing/read-definitions.ts'
import { createApiDocument } from './document.ts'

const definitions = (await readDefinitions()).flatMap(({ endpoints }) =>
  endpoints.map(([name, endpoint]) => ({ ...endpoint, name })),
)

/** Each exported method of a route file, with the definition that it names. */
const routes = globSync('app/api/v1/**/route.ts').flatMap((file) => {
  const path = dirname(file)
    .replace(/^app/, '')
    .replace(/\[(\w+)\]/g, '{$1}')
  const source = readFileSync(file, 'utf8')
  return [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE) = \w+\((\w+)/g)].map(
    ([, method, name]) => `${method} ${path} ${name}`,
  )
})

const signature = ({ method, path }: EndpointAddress) => `${method} ${path}`

describe('each definition', () => {
  test('has one route, and each route a definition', () => {
    expect(routes.length).toBeGreaterThan(100)
    expect(routes.sort()).toEqual(definitions.map(({ name, ...rest }) => `${signature(rest)} ${name}`).sort())
  })

  test('has a handler in each method that a route file exports', () => {
    const exported = globSync('app/api/v1/**/route.ts').flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/^export (?!type)/gm),
    ])
    expect(exported).toHaveLength(routes.length)
  })

  test('is in the OpenAPI document, and nothing else is', () => {
    const { paths = {} } = createApiDocument('https://school.test')
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.sort()).toEqual(definitions.map(signature).sort())
    expect([...endpoints, ...fileEndpoints, ...eventStreams].map(signature).sort()).toEqual(described)
  })

  test('has one address of its own', () => {
    expect(new Set(definitions.map(signature)).size).toBe(definitions.length)
  })

  test('sends its input in the query or in the body, so that a client need not ask where', () => {
    expect(definitions.filter(({ query, body }) => query && body)).toEqual([])
    const overlapping = definitions.filter(({ params, query, body }) =>
      Object.keys(params?.shape ?? {}).some((name) => name in { ...query?.shape, ...body?.shape }),
    )
    expect(overlapping).toEqual([])
  })
})
