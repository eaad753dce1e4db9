import { vi } from 'vitest'

/** How a page interrupts its rendering: `to /an/address`, `403`, `404`, or null if it does not. */
export async function catchInterruption(render: () => unknown): Promise<string | null> {
  // Next sets this variable if next.config.ts enables authInterrupts.
  vi.stubEnv('__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS', 'true')
  try {
    await render()
    return null
  } catch (error) {
    const [kind, ...parts] = digestOf(error).split(';')
    if (kind === 'NEXT_REDIRECT') return `to ${parts[1]}`
    if (kind === 'NEXT_HTTP_ERROR_FALLBACK') return String(parts[0])
    return null
  }
}

function digestOf(error: unknown): string {
  return error instanceof Error && 'digest' in error ? String(error.digest) : ''
}
