import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { ExpectedError } from '#scripts/running/expected-error.ts'

const secretsSchema = z.object({
  AUTH_SECRET: z.string().min(32),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: z.string().min(32),
  POSTGRES_PASSWORD: z.string().min(16),
})

export type Secrets = z.infer<typeof secretsSchema>

/**
 * The local secrets of this data folder, created at the first call and then kept.
 * @throws ExpectedError if the file exists but is invalid: new secrets would make the database inaccessible.
 */
export function readOrMakeSecrets(dataFolder: string): Secrets {
  const path = join(dataFolder, 'secrets.json')
  if (!existsSync(path)) write(path, makeSecrets())
  const parsed = secretsSchema.safeParse(parse(readFileSync(path, 'utf8')))
  if (!parsed.success)
    throw new ExpectedError(`${path} is damaged: restore it, or delete ${dataFolder} to begin afresh.`)
  return parsed.data
}

function makeSecrets(): Secrets {
  return {
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    LIVEKIT_API_KEY: `API${randomBytes(6).toString('hex')}`,
    LIVEKIT_API_SECRET: randomBytes(32).toString('base64url'),
    POSTGRES_PASSWORD: randomBytes(24).toString('base64url'),
  }
}

/** Writes atomically, and never overwrites secrets that another process has written meanwhile. */
function write(path: string, secrets: Secrets): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(draft)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
