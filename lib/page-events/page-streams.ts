import 'server-only'
import { application } from '#lib/process/application.ts'
import { createStreams, type Streams } from './streams.ts'

// One set of streams per process, although Next bundles its parts separately.
const shared: typeof globalThis & { caravanStreams?: Streams } = globalThis

/** The open pages of this process. */
export function pageStreams(): Streams {
  shared.caravanStreams ??= createStreams(application().database)
  return shared.caravanStreams
}
