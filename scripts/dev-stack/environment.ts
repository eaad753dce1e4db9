import { existsSync } from 'node:fs'
import { readConfiguration } from '#lib/process/configuration.ts'
import { localAddress, readServerSettings, type ServerSettings } from '#lib/process/server-settings.ts'
import { ExpectedError } from '#scripts/running/expected-error.ts'
import type { Secrets } from './services/secrets.ts'

export type EnvironmentVariables = Record<string, string | undefined>

/** What is in `.env` comes to what the shell gives, which has the last word. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/** LiveKit is ours unless any of its variables is set; half a set is then a fault that is reported. */
export function usesLocalLiveKit(given: EnvironmentVariables): boolean {
  return !given.LIVEKIT_URL && !given.LIVEKIT_API_KEY && !given.LIVEKIT_API_SECRET
}

type StackSettings = { databaseUrl: string; liveKitUrl: string | null; secrets: Secrets; port: number }

/** All that the application needs: what was given, and what is started here for the rest. */
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

/** PostgreSQL of the given address without a pooler in between, or null where PostgreSQL is started here. */
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

/** @throws Stop with every fault of the environment at once */
export function checkEnvironment(environment: EnvironmentVariables): void {
  const faults = [
    faultOf(() => readConfiguration(environment)),
    faultOf(() => readServerSettings(environment)),
  ]
  if (faults.some(Boolean)) throw new ExpectedError(faults.filter(Boolean).join('\n'))
}

/** The server's settings, or its usual ones where they are at fault: checkEnvironment reports that. */
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
