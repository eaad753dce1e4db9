import type { z } from 'zod'
import type { Endpoint, EndpointAddress, Method, UploadType } from './endpoint.ts'

/** Where the input goes that is not part of the path. */
type SentIn<E> = E extends { query: object } ? 'query' : E extends { body: object } ? 'body' : 'nowhere'

/**
 * What a client needs of a definition to send a request. It holds no schemas, so that Zod stays out of the browser;
 * the types still come from the definition.
 */
export type ClientEndpoint<E extends EndpointAddress> = {
  method: E['method'] & Method
  path: E['path']
  sentIn: SentIn<E>
  /** Carries the type only; never set. */
  definition?: E
}

/** The coerced parts of a query have no type of their own before they are parsed. */
type Sent<S extends z.ZodType> = {
  [K in keyof z.input<S>]: unknown extends z.input<S>[K]
    ? K extends keyof z.output<S>
      ? z.output<S>[K]
      : never
    : z.input<S>[K]
}

type SentPart<S> = S extends z.ZodObject ? Sent<S> : unknown

/** Input of a request: path, query and body merged, and the file of an upload. */
export type RequestOf<E extends EndpointAddress> = object &
  SentPart<E['params']> &
  SentPart<E['query']> &
  SentPart<E['body']> &
  (E['upload'] extends object ? { file: { type: UploadType; content: Blob | string } } : unknown)

/** The `data` of an answer. */
export type AnswerOf<E extends Endpoint> = z.output<E['data']>
