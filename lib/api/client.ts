import { brandedError } from '#lib/kernel/branded-error.ts'
import type { AnswerOf, ClientEndpoint, RequestOf } from '#lib/kernel/client-endpoint.ts'
import type { Endpoint, EndpointAddress } from '#lib/kernel/endpoint.ts'
import type { FailureAnswer } from './failure-answer.ts'

type Envelope<Data> = { success: true; data: Data } | FailureAnswer

/** An error answer, with its message for people. `status` 0 without a message: no readable answer. */
export class ApiFailure extends brandedError('ApiFailure') {
  readonly status: number
  /** Code and details of the answer. */
  readonly error: Partial<FailureAnswer['error']>

  constructor(status: number, message: string, error: Partial<FailureAnswer['error']> = {}) {
    super(message)
    this.status = status
    this.error = error
  }
}

type ClientSettings = {
  /** Origin of the server, such as `https://school.example`; by default the page's own. */
  baseUrl?: string
  /** The bearer token of a client without cookies. Without it, the browser sends its cookie. */
  token?: () => string | null
  /** `omit`: requests of a person who is not signed in. */
  credentials?: 'omit'
}

type RequestOptions = {
  /** Aborts the request, in place of the time limit of 10 s for the whole answer. */
  signal?: AbortSignal
  /** The request outlives the page. */
  keepalive?: boolean
}

type Input = Record<string, unknown>

/** The time limit of a request, with the body of its answer. */
const TIMEOUT_MS = 10_000

/** Client of the API, for browsers and mobile apps. It imports nothing of the server. */
export function createClient({ baseUrl = '', token, credentials }: ClientSettings = {}) {
  /** Sends a request and returns its response unread, without a time limit. @throws ApiFailure if there is none */
  async function send<E extends EndpointAddress>(
    endpoint: ClientEndpoint<E>,
    input: RequestOf<E>,
    { signal, keepalive }: RequestOptions = {},
  ): Promise<Response> {
    const bearer = token?.()
    const { file } = input as { file?: { type: string; content: Blob | string } }
    const body =
      file?.content ?? (endpoint.sentIn === 'body' ? JSON.stringify(restOf(endpoint, input)) : undefined)
    try {
      return await fetch(baseUrl + addressOf(endpoint, input), {
        method: endpoint.method,
        cache: 'no-store',
        // A request with both a cookie and a bearer token is refused.
        credentials: bearer ? 'omit' : credentials,
        headers: {
          ...(body !== undefined && { 'content-type': file?.type ?? 'application/json' }),
          ...(bearer && { authorization: `Bearer ${bearer}` }),
        },
        body,
        keepalive,
        signal,
      })
    } catch (error) {
      throw signal?.aborted ? error : new ApiFailure(0, '')
    }
  }

  /** Sends a request and returns the data of its answer. @throws ApiFailure */
  async function request<E extends Endpoint>(
    endpoint: ClientEndpoint<E>,
    input: RequestOf<E>,
    { signal, keepalive }: RequestOptions = {},
  ): Promise<AnswerOf<E>> {
    const limit = new AbortController()
    const timer = signal ? undefined : setTimeout(() => limit.abort(), TIMEOUT_MS)
    try {
      const response = await send(endpoint, input, { signal: signal ?? limit.signal, keepalive })
      const envelope: Envelope<AnswerOf<E>> = await response.json()
      return dataOf(envelope, response.status)
    } catch (error) {
      throw error instanceof ApiFailure || signal?.aborted ? error : new ApiFailure(0, '')
    } finally {
      clearTimeout(timer)
    }
  }

  return { send, request }
}

/** The data of an envelope. @throws ApiFailure */
export function dataOf<Data>(envelope: Envelope<Data>, status: number): Data {
  if (envelope.success) return envelope.data
  throw new ApiFailure(status, envelope.message, envelope.error)
}

/** The endpoint's path and query for an input. */
export function addressOf<E extends EndpointAddress>(
  endpoint: ClientEndpoint<E>,
  input: RequestOf<E>,
): string {
  const values = new Map(Object.entries(input))
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(values.get(name))))
  if (endpoint.sentIn !== 'query') return path
  const given = Object.entries(restOf(endpoint, input)).flatMap(([name, value]) =>
    value === undefined || name === 'file' ? [] : [[name, String(value)]],
  )
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** The input that is not part of the path. */
function restOf({ path }: { path: string }, input: object): Input {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !path.includes(`{${name}}`)))
}
