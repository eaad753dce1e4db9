import { z } from 'zod'
import { brandedError } from '#lib/kernel/branded-error.ts'
import { localAddress } from './server-settings.ts'

const flag = z.enum(['true', 'false'], { error: 'must be true or false' })
const secret = z.string({ error: 'is missing' }).min(32, 'needs at least 32 characters')

function url(...protocols: string[]) {
  return z
    .string({ error: 'is missing' })
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol.replace(':', '')), {
      error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
    })
}

const schema = z
  .object({
    DATABASE_URL: url('postgres', 'postgresql'),
    DATABASE_DIRECT_URL: url('postgres', 'postgresql').optional(),
    DATABASE_PREPARED_STATEMENTS: flag.default('true'),
    AUTH_SECRET: secret,
    ACCEPT_NEW_SECRETS: flag.default('false'),
    PUBLIC_URL: url('http', 'https'),
    PORT: z.string().default('3000'),
    LIVEKIT_URL: url('ws', 'wss', 'http', 'https'),
    LIVEKIT_API_URL: url('ws', 'wss', 'http', 'https').optional(),
    LIVEKIT_API_KEY: z.string({ error: 'is missing' }).min(1, 'is missing'),
    LIVEKIT_API_SECRET: secret,
    SMTP_URL: url('smtp', 'smtps').optional(),
    MAIL_FROM: z.string().optional(),
  })
  .transform((env) => ({
    databaseUrl: env.DATABASE_URL,
    /** PostgreSQL without a pooler, for uses that need their own connection. */
    directDatabaseUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
    preparedStatements: env.DATABASE_PREPARED_STATEMENTS === 'true',
    authSecret: env.AUTH_SECRET,
    acceptNewSecrets: env.ACCEPT_NEW_SECRETS === 'true',
    publicUrl: new URL(env.PUBLIC_URL),
    /** null if PUBLIC_URL was not set explicitly. */
    chosenPublicUrl: env.PUBLIC_URL === localAddress(env.PORT) ? null : new URL(env.PUBLIC_URL).origin,
    mail: {
      /** null: no e-mail is sent, and admins see in the mailbox what would have been sent. */
      smtpUrl: env.SMTP_URL ?? null,
      from: env.MAIL_FROM ?? `Koding Caravan <no-reply@${new URL(env.PUBLIC_URL).hostname}>`,
    },
    liveKit: {
      /** Address for browsers. */
      url: env.LIVEKIT_URL,
      /** Address for the server, as http(s). */
      apiUrl: (env.LIVEKIT_API_URL ?? env.LIVEKIT_URL).replace(/^ws/, 'http'),
      apiKey: env.LIVEKIT_API_KEY,
      apiSecret: env.LIVEKIT_API_SECRET,
    },
  }))

export type Configuration = z.output<typeof schema>

/** The environment is invalid; the message has one line per error. */
export class ConfigurationError extends brandedError('ConfigurationError') {}

/**
 * The parsed environment. Empty variables count as missing.
 * @throws ConfigurationError with all errors together
 */
export function readConfiguration(env: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
  throw new ConfigurationError(
    ['The environment is not complete. .env.example explains each variable:', ...faults].join('\n'),
  )
}
