import type { z } from 'zod'

/** Media types of uploads. */
export type UploadType = 'text/csv' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** An upload of one of the types, of at most `maxBytes` bytes. */
export type Upload = { types: readonly UploadType[]; maxBytes: number }

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Rate limits for signed-in users; lib/limits has their numbers. */
export type RequestLimit = 'messages' | 'room-actions' | 'tokens'

/** Where the actor is identified: nowhere, in the wrapper before the use case, or in the use case's own query. */
export type Access = 'public' | 'signed-in' | 'by-credential'

/** Address and input of an endpoint; requests are parsed by it. */
export type EndpointAddress = {
  method: Method
  /** Parameters as `{name}`, as in OpenAPI. */
  path: `/api/v1/${string}`
  access: Access
  summary: string
  /** Rate limit per user; also per session if the path has a session. */
  limit?: RequestLimit
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodObject
  /** A file in place of a JSON body. */
  upload?: Upload
}

/** An endpoint that answers with the envelope; also a source of the OpenAPI document. */
export type Endpoint = EndpointAddress & {
  data: z.ZodType
  /** The message of a success. */
  message: string
  status?: 200 | 201
  /** Progress reports, for endpoints whose work takes a while. */
  progress?: z.ZodObject
}

/** An endpoint that sends server-sent events for as long as the client listens. */
export type EventStreamEndpoint = EndpointAddress & { access: 'signed-in'; event: z.ZodType }

/** An endpoint that answers with a file. */
export type FileEndpoint = EndpointAddress & { access: 'signed-in'; file: 'text/csv'; fileName: string }

type ParsedPart<S> = S extends z.ZodType ? z.output<S> : unknown
type UploadedFile<U> = U extends object ? { file: AsyncIterable<Uint8Array> } : unknown

/** Input of an endpoint's use case: path, query and body merged, and the uploaded file, if any. */
export type InputOf<E extends EndpointAddress> = ParsedPart<E['params']> &
  ParsedPart<E['query']> &
  ParsedPart<E['body']> &
  UploadedFile<E['upload']>

/** Result of an endpoint's use case. */
export type DataOf<E extends Endpoint> = z.input<E['data']>

/** Keeps an endpoint's literal types. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}

/** Keeps an event stream's literal types. */
export function defineEventStream<const E extends EventStreamEndpoint>(endpoint: E): E {
  return endpoint
}

/** Keeps a file endpoint's literal types. */
export function defineFileEndpoint<const E extends FileEndpoint>(endpoint: E): E {
  return endpoint
}
