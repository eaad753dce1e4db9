/** What somebody chose the last time, on this browser. */
export type Choices = {
  cameraOn: boolean
  cameraId: string | null
  microphoneOn: boolean
  microphoneId: string | null
  speakerId: string | null
  /** Whether they came into a class with it. */
  worked: boolean
}

export const firstChoices: Choices = {
  cameraOn: true,
  cameraId: null,
  microphoneOn: true,
  microphoneId: null,
  speakerId: null,
  worked: false,
}

/** Reads what was stored; anything that is not ours counts as nothing. */
export function parseChoices(stored: string | null): Choices {
  const found = parseObject(stored)
  return {
    cameraOn: booleanOr(found.cameraOn, firstChoices.cameraOn),
    cameraId: stringOrNull(found.cameraId),
    microphoneOn: booleanOr(found.microphoneOn, firstChoices.microphoneOn),
    microphoneId: stringOrNull(found.microphoneId),
    speakerId: stringOrNull(found.speakerId),
    worked: booleanOr(found.worked, false),
  }
}

function parseObject(stored: string | null): Partial<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(stored ?? 'null')
    return typeof found === 'object' && found !== null ? { ...found } : {}
  } catch {
    return {}
  }
}

function booleanOr(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
