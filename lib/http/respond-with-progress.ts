import 'server-only'
import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import type { Context } from '#lib/context/context.ts'
import type { DataOf, Endpoint, InputOf } from '#lib/kernel/endpoint.ts'
import type { ProgressReporter } from '#lib/kernel/progress-reporter.ts'
import { authenticate, type RouteParameters } from './authenticate.ts'
import { failure, success } from './respond.ts'

/** An endpoint whose work takes a while and reports progress. */
export type ProgressEndpoint = Endpoint & { access: 'signed-in'; progress: z.ZodObject }

type UseCase<E extends ProgressEndpoint> = (
  context: Context & { progress: ProgressReporter<z.input<E['progress']>> },
  input: InputOf<E>,
) => Promise<DataOf<E>>

/**
 * An endpoint that reports progress: each report is a line of JSON, and the last line is the envelope. A refusal
 * before the first report has its own status.
 */
export function respondWithProgress<E extends ProgressEndpoint>(endpoint: E, perform: UseCase<E>) {
  return async function handle(request: NextRequest, { params }: RouteParameters): Promise<Response> {
    try {
      const { context, input } = await authenticate(endpoint, request, await params)
      const lines = openProgressBody(request.signal)
      const work = perform({ ...(context as Context), progress: lines }, input)
      const finished = await Promise.race([lines.begun, work.then(() => true)])
      if (finished) return success(await work, endpoint.message, endpoint.status)
      const answered = work.then(
        (data) => success(data, endpoint.message),
        failureUnlessAborted(lines.signal),
      )
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

/** Work that stopped because the client disconnected did not fail. */
function failureUnlessAborted(aborted: AbortSignal) {
  return (error: unknown): Response | null => (aborted.aborted ? null : failure(error))
}

/** A body that is written line by line until the client disconnects. */
function openProgressBody(requestAborted: AbortSignal) {
  const encoder = new TextEncoder()
  const bodyCancelled = new AbortController()
  const firstLine = Promise.withResolvers<false>()
  let write = (_line: string) => {}
  let close = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      write = (line) => controller.enqueue(encoder.encode(`${line}\n`))
      close = () => controller.close()
    },
    cancel: () => bodyCancelled.abort(),
  })
  const signal = AbortSignal.any([bodyCancelled.signal, requestAborted])
  return {
    body,
    signal,
    begun: firstLine.promise,
    report(progress: object): void {
      if (!signal.aborted) write(JSON.stringify(progress))
      firstLine.resolve(false)
    },
    end(line: string | undefined): void {
      if (signal.aborted) return
      if (line !== undefined) write(line)
      close()
    },
  }
}
