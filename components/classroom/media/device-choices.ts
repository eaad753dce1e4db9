/** A device as the browser named it last time. */
export type KnownDevice = { id: string; label: string }

/** The choices of the last time in this browser. */
export type DeviceChoices = {
  cameraOn: boolean
  camera: KnownDevice | null
  microphoneOn: boolean
  microphone: KnownDevice | null
  speaker: KnownDevice | null
  /** Whether the browser filters noise from the microphone. */
  noiseSuppression: boolean
  /** The self-view is hidden from the viewer; others still see the camera. */
  selfViewHidden: boolean
  /** Whether the viewer entered a class with these choices. */
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

/** Parses the stored choices; unknown or invalid values fall back to the defaults. */
export function parseChoices(stored: string | null): DeviceChoices {
  const found = parseObject(stored)
  return {
    cameraOn: booleanOr(found.cameraOn, defaultChoices.cameraOn),
    camera: deviceOrNull(found.camera),
    microphoneOn: booleanOr(found.microphoneOn, defaultChoices.microphoneOn),
    microphone: deviceOrNull(found.microphone),
    speaker: deviceOrNull(found.speaker),
    noiseSuppression: booleanOr(found.noiseSuppression, defaultChoices.noiseSuppression),
    // `ownPictureHidden` is the former name in storage.
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
