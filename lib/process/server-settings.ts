import * as z from 'zod'

const port = z.coerce.number({ error: 'must be a port between 1 and 65535' }).int().min(1).max(65535)

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  TRUSTED_PROXIES: z.coerce
    .number({ error: 'must be the number of proxies in front' })
    .int()
    .min(0)
    .max(10)
    .default(0),
})

export type ServerSettings = { hostname: string; port: number; trustedProxies: number }

/** The local address, which is PUBLIC_URL if none was set explicitly. */
export function localAddress(port: number | string): string {
  return `http://127.0.0.1:${port}`
}

/**
 * The server's listening address and the number of our own proxies in front of it. Empty variables count as missing.
 * @throws Error with one line per error
 */
export function readServerSettings(env: Record<string, string | undefined>): ServerSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`).join('\n'),
    )
  }
  const { HOST, PORT, TRUSTED_PROXIES } = parsed.data
  return { hostname: HOST, port: PORT, trustedProxies: TRUSTED_PROXIES }
}
