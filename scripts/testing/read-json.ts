import { existsSync, readFileSync } from 'node:fs'

/** What a JSON file holds, or null where there is none. */
export function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}
