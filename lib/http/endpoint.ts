import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Who finds out who asks: nobody needs to, the wrapper before the use case, or the use case in its own query. */
export type Access = 'public' | 'signed-in' | 'by-credential'

/** An address of the API: requests are parsed by it, and the OpenAPI document is made from it. */
export type Endpoint = {
  method: Method
  /** With `{name}` for parameters, as OpenAPI writes it. */
  path: `/api/v1/${string}`
  access: Access
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodObject
  data: z.ZodType
  /** What a success says. */
  message: string
  status?: 200 | 201
}

type Part<S> = S extends z.ZodType ? z.output<S> : unknown

/** What an endpoint's use case is given: path, query and body in one. */
export type InputOf<E extends Endpoint> = Part<E['params']> & Part<E['query']> & Part<E['body']>

/** What an endpoint's use case answers. */
export type DataOf<E extends Endpoint> = z.input<E['data']>

/** Keeps an endpoint's literal types. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}
