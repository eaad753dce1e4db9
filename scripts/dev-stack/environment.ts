import { existsSync } from 'node:fs'
import { readConfiguration } from '#lib/process/configuration.ts'
import { localAddress, readServerSettings, type ServerSettings } from '#lib/process/server-settings.ts'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import type { Secrets } from './services/secrets.ts'

export type EnvironmentVariables = Record<string, string | undefined>

/** Adds the variables of `.env`; variables of the shell take precedence. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/** LiveKit is started here unless any of its variables is set; an incomplete set is then reported. */
export function usesLocalLiveKit(given: EnvironmentVariables): boolean {
  return !given.LIVEKIT_URL && !given.LIVEKIT_API_KEY && !given.LIVEKIT_API_SECRET
}

type StackSettings = { databaseUrl: string; liveKitUrl: string | null; secrets: Secrets; port: number }

/** The application's environment: given variables, completed with the services started here. */
export function completeEnvironment(
  given: EnvironmentVariables,
  planned: StackSettings,
): Record<string, string> {
  const { databaseUrl, liveKitUrl, secrets, port } = planned
  return {
    PORT: String(port),
    HOST: given.HOST || '127.0.0.1',
    TRUSTED_PROXIES: given.TRUSTED_PROXIES || '0',
    PUBLIC_URL: given.PUBLIC_URL || localAddress(port),
    DATABASE_URL: databaseUrl,
    DATABASE_DIRECT_URL: directDatabaseUrl(given) ?? '',
    AUTH_SECRET: given.AUTH_SECRET || secrets.AUTH_SECRET,
    SMTP_URL: given.SMTP_URL ?? '',
    MAIL_FROM: given.MAIL_FROM ?? '',
    ...(liveKitUrl ? localLiveKitVariables(liveKitUrl, secrets) : givenLiveKit(given)),
  }
}

/** Direct address of the given PostgreSQL without a pooler, or null if PostgreSQL is started here. */
export function directDatabaseUrl(given: EnvironmentVariables): string | null {
  return (given.DATABASE_URL && (given.DATABASE_DIRECT_URL || given.DATABASE_URL)) || null
}

function localLiveKitVariables(url: string, secrets: Secrets): Record<string, string> {
  return {
    LIVEKIT_URL: url,
    LIVEKIT_API_URL: '',
    LIVEKIT_API_KEY: secrets.LIVEKIT_API_KEY,
    LIVEKIT_API_SECRET: secrets.LIVEKIT_API_SECRET,
  }
}

function givenLiveKit(given: EnvironmentVariables): Record<string, string> {
  const names = ['LIVEKIT_URL', 'LIVEKIT_API_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET']
  return Object.fromEntries(names.map((name) => [name, given[name] ?? '']))
}

/** @throws ExpectedError with all faults of the environment */
export function checkEnvironment(environment: EnvironmentVariables): void {
  const faults = [
    faultOf(() => readConfiguration(environment)),
    faultOf(() => readServerSettings(environment)),
  ]
  if (faults.some(Boolean)) throw new ExpectedError(faults.filter(Boolean).join('\n'))
}

/** The server's settings, or the defaults if they are invalid: checkEnvironment reports that. */
export function readSettings(given: EnvironmentVariables): ServerSettings {
  try {
    return readServerSettings(given)
  } catch {
    return readServerSettings({})
  }
}

function faultOf(read: () => unknown): string | null {
  try {
    read()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
