import 'server-only'
import { Prisma } from './generated/client.ts'

const UNIQUE_VIOLATION = 'P2002'
const UNREACHABLE_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
/** Error kinds of the adapter for failed raw statements, whose Prisma code is always the same. */
const UNREACHABLE_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
])
const SERIALISATION_FAILURE = '40001'
const DEADLOCK = '40P01'

/** The name of the violated constraint, or null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null
  const cause = causeOf(error)
  const constraint = cause?.constraint
  if (typeof constraint === 'string') return constraint
  const named = /constraint "([^"]+)"/.exec(String(cause?.originalMessage ?? error.message))
  if (named?.[1]) return named[1]
  return error.code === UNIQUE_VIOLATION ? 'unique' : null
}

/** Whether the database is unreachable or too slow, so that a retry of the same request may succeed. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  if (error instanceof Prisma.PrismaClientKnownRequestError && UNREACHABLE_CODES.has(error.code)) return true
  if (UNREACHABLE_KINDS.has(String(causeOf(error)?.kind))) return true
  const text = `${originalCode(error) ?? ''} ${error instanceof Error ? error.message : ''}`
  return /ECONNREFUSED|ECONNRESET|EPIPE|57014|57P01|57P02|57P03|Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|server closed the connection/.test(
    text,
  )
}

/** Whether a transaction lost a conflict with another transaction and would succeed if it ran again. */
export function isRetryable(error: unknown): boolean {
  const code = originalCode(error)
  if (code === SERIALISATION_FAILURE || code === DEADLOCK) return true
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034'
}

function originalCode(error: unknown): string | null {
  const cause = causeOf(error)
  return typeof cause?.originalCode === 'string' ? cause.originalCode : null
}

/** The adapter keeps PostgreSQL's original error in `meta.driverAdapterError.cause`, or in `cause` for raw errors. */
function causeOf(error: unknown): Record<string, unknown> | null {
  if (!isRecord(error)) return null
  const meta = isRecord(error.meta) ? error.meta : error
  const adapterError = isRecord(meta.driverAdapterError) ? meta.driverAdapterError : error
  return isRecord(adapterError.cause) ? adapterError.cause : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
