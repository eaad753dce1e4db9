import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import type { EndpointAddress } from '#lib/kernel/endpoint.ts'

/** All definitions in the files named api.ts, by file. */
export function readDefinitions(): Promise<{ file: string; endpoints: [name: string, EndpointAddress][] }[]> {
  return Promise.all(
    globSync('lib/**/api.ts')
      .sort()
      .map(async (file) => {
        const module: Record<string, EndpointAddress> = await import(/* @vite-ignore */ resolve(file))
        return { file, endpoints: Object.entries(module).filter(([name]) => name.endsWith('Endpoint')) }
      }),
  )
}
