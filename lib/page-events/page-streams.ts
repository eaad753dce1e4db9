import 'server-only'
import { application } from '#lib/process/application.ts'
import { createStreams, type Streams } from './streams.ts'

// One register a process, though Next bundles its parts apart.
const shared: typeof globalThis & { caravanStreams?: Streams } = globalThis

/** The open pages of this process. */
export function pageStreams(): Streams {
  shared.caravanStreams ??= createStreams(application().database)
  return shared.caravanStreams
}
