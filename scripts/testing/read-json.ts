import { existsSync, readFileSync } from 'node:fs'

/** Content of a JSON file, or null if it does not exist. */
export function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}
