import type { z } from 'zod'

/** Types of files that are sent. */
export type UploadType = 'text/csv' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file of one of the types, of at most so many bytes. */
export type Upload = { types: readonly UploadType[]; maxBytes: number }

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Limits of what signed-in people send; lib/limits has their numbers. */
export type RequestLimit = 'messages' | 'room-actions' | 'tokens'

/** Who finds out who asks: nobody needs to, the wrapper before the use case, or the use case in its own query. */
export type Access = 'public' | 'signed-in' | 'by-credential'

/** How an address of the API is asked: requests are parsed by it. */
export type EndpointAddress = {
  method: Method
  /** With `{name}` for parameters, as OpenAPI writes it. */
  path: `/api/v1/${string}`
  access: Access
  summary: string
  /** How often a person may ask it; counted per session where its path names one. */
  limit?: RequestLimit
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodObject
  /** In place of a body in JSON: a file. */
  upload?: Upload
}

/** An address of the API that answers in the envelope; the OpenAPI document is made from it too. */
export type Endpoint = EndpointAddress & {
  data: z.ZodType
  /** What a success says. */
  message: string
  status?: 200 | 201
  /** What is told while the work goes on, for addresses whose work takes a while. */
  progress?: z.ZodObject
}

/** An address of the API that answers with a file. */
export type FileEndpoint = EndpointAddress & { access: 'signed-in'; file: 'text/csv'; fileName: string }

type ParsedPart<S> = S extends z.ZodType ? z.output<S> : unknown
type UploadedFile<U> = U extends object ? { file: AsyncIterable<Uint8Array> } : unknown

/** What an endpoint's use case is given: path, query and body in one, and the file where one is sent. */
export type InputOf<E extends EndpointAddress> = ParsedPart<E['params']> &
  ParsedPart<E['query']> &
  ParsedPart<E['body']> &
  UploadedFile<E['upload']>

/** What an endpoint's use case answers. */
export type DataOf<E extends Endpoint> = z.input<E['data']>

/** Keeps an endpoint's literal types. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}

/** Keeps a file endpoint's literal types. */
export function defineFileEndpoint<const E extends FileEndpoint>(endpoint: E): E {
  return endpoint
}
