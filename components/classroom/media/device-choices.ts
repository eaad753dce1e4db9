/** A device as the browser named it the last time. */
export type KnownDevice = { id: string; label: string }

/** What somebody chose the last time, on this browser. */
export type DeviceChoices = {
  cameraOn: boolean
  camera: KnownDevice | null
  microphoneOn: boolean
  microphone: KnownDevice | null
  speaker: KnownDevice | null
  /** Whether the browser keeps noise out of the microphone. */
  noiseSuppression: boolean
  /** One's own picture is hidden from oneself alone. */
  selfViewHidden: boolean
  /** Whether they came into a class with it. */
  worked: boolean
}

export const defaultChoices: DeviceChoices = {
  cameraOn: true,
  camera: null,
  microphoneOn: true,
  microphone: null,
  speaker: null,
  noiseSuppression: true,
  selfViewHidden: false,
  worked: false,
}

/** Reads what was stored; anything that is not ours counts as nothing. */
export function parseChoices(stored: string | null): DeviceChoices {
  const found = parseObject(stored)
  return {
    cameraOn: booleanOr(found.cameraOn, defaultChoices.cameraOn),
    camera: deviceOrNull(found.camera),
    microphoneOn: booleanOr(found.microphoneOn, defaultChoices.microphoneOn),
    microphone: deviceOrNull(found.microphone),
    speaker: deviceOrNull(found.speaker),
    noiseSuppression: booleanOr(found.noiseSuppression, defaultChoices.noiseSuppression),
    // `ownPictureHidden` is the name it was stored under before.
    selfViewHidden: booleanOr(found.selfViewHidden ?? found.ownPictureHidden, defaultChoices.selfViewHidden),
    worked: booleanOr(found.worked, false),
  }
}

function parseObject(stored: string | null): Partial<Record<string, unknown>> {
  try {
    return asRecord(JSON.parse(stored ?? 'null'))
  } catch {
    return {}
  }
}

function asRecord(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function booleanOr(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise
}

function deviceOrNull(value: unknown): KnownDevice | null {
  const { id, label } = asRecord(value)
  return typeof id === 'string' && id !== '' && typeof label === 'string' ? { id, label } : null
}
