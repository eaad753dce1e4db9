/** The fault of a camera or a microphone, by its key in the catalogue. */
export type DeviceFault =
  | 'denied'
  | 'dismissed'
  | 'blockedBySystem'
  | 'missing'
  | 'busy'
  | 'insecure'
  | 'unknown'

/** The used fields of the browser's error. */
export type CaptureError = { name: string; message: string }

/** Browsers offer no cameras and microphones to pages without HTTPS. */
export function faultOfEnvironment(environment: {
  isSecureContext: boolean
  hasDevices: boolean
}): DeviceFault | null {
  return environment.isSecureContext && environment.hasDevices ? null : 'insecure'
}

/** Source: Media Capture and Streams, getUserMedia; the messages are Chromium's. */
export function faultOfCapture({ name, message }: CaptureError): DeviceFault {
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      if (/system/i.test(message)) return 'blockedBySystem'
      return /dismissed/i.test(message) ? 'dismissed' : 'denied'
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'busy'
    default:
      return 'unknown'
  }
}

/** Any thrown value as a `CaptureError`. */
export function captureErrorOf(error: unknown): CaptureError {
  return error instanceof Error ? error : { name: 'Error', message: String(error) }
}
