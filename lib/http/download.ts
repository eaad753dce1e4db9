import 'server-only'
import type { NextRequest } from 'next/server'
import type { Context } from '#lib/context/context.ts'
import type { FileEndpoint, InputOf } from '#lib/kernel/endpoint.ts'
import { authenticate, type RouteParameters } from './authenticate.ts'
import { failure } from './respond.ts'

type Writing<E extends FileEndpoint> = (context: Context, input: InputOf<E>) => Promise<AsyncIterable<string>>

/** An endpoint that streams a file while it is written; refusals use the envelope. */
export function download<E extends FileEndpoint>(endpoint: E, write: Writing<E>) {
  return async function handle(request: NextRequest, { params }: RouteParameters): Promise<Response> {
    try {
      const { context, input } = await authenticate(endpoint, request, await params)
      const parts = await write(context as Context, input)
      return new Response(streamOf(parts), {
        headers: {
          'content-type': `${endpoint.file}; charset=utf-8`,
          'content-disposition': `attachment; filename="${endpoint.fileName}"`,
          'cache-control': 'no-store',
        },
      })
    } catch (error) {
      return failure(error)
    }
  }
}

/** Pulls the next part when the client has room for it. */
function streamOf(parts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const reading = parts[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await reading.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await reading.return?.()
    },
  })
}
