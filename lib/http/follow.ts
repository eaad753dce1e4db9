import 'server-only'
import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf, Endpoint, InputOf } from '#lib/kernel/endpoint.ts'
import type { Follower } from '#lib/kernel/follower.ts'
import { enter, type RouteParameters } from './enter.ts'
import { failure, success } from './respond.ts'

/** An address whose work takes a while, and tells how far it is. */
export type FollowedEndpoint = Endpoint & { access: 'signed-in'; progress: z.ZodObject }

type UseCase<E extends FollowedEndpoint> = (
  context: Context & { follower: Follower<z.input<E['progress']>> },
  input: InputOf<E>,
) => Promise<DataOf<E>>

/**
 * An address of the API that tells how far it is: a line of JSON for each progress, the last line is the envelope.
 * What is refused before there is any progress has its own status.
 */
export function follow<E extends FollowedEndpoint>(endpoint: E, perform: UseCase<E>) {
  return async function handle(request: NextRequest, { params }: RouteParameters): Promise<Response> {
    try {
      const { context, input } = await enter(endpoint, request, await params)
      const lines = openLines(request.signal)
      const work = perform({ ...(context as Context), follower: lines }, input)
      const finished = await Promise.race([lines.begun, work.then(() => true)])
      if (finished) return success(await work, endpoint.message, endpoint.status)
      const answered = work.then((data) => success(data, endpoint.message), failureUnless(lines.gone))
      void answered.then(async (answer) => lines.end(await answer?.text()))
      return new Response(lines.body, {
        headers: {
          'content-type': 'application/x-ndjson; charset=utf-8',
          'cache-control': 'no-store, no-transform',
          'x-accel-buffering': 'no',
        },
      })
    } catch (error) {
      return failure(error)
    }
  }
}

/** Work that stopped because nobody waits for it did not fail. */
function failureUnless(gone: AbortSignal) {
  return (error: unknown): Response | null => (gone.aborted ? null : failure(error))
}

/** A body that is written line by line, until its reader goes away. */
function openLines(requestGone: AbortSignal) {
  const encoder = new TextEncoder()
  const going = new AbortController()
  const begun = Promise.withResolvers<false>()
  let write = (_line: string) => {}
  let close = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      write = (line) => controller.enqueue(encoder.encode(`${line}\n`))
      close = () => controller.close()
    },
    cancel: () => going.abort(),
  })
  const gone = AbortSignal.any([going.signal, requestGone])
  return {
    body,
    gone,
    begun: begun.promise,
    tell(progress: object): void {
      if (!gone.aborted) write(JSON.stringify(progress))
      begun.resolve(false)
    },
    end(line: string | undefined): void {
      if (gone.aborted) return
      if (line !== undefined) write(line)
      close()
    },
  }
}
