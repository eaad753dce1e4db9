/** What is wrong with a camera or a microphone, as the catalogue names it. */
export type DeviceFault =
  | 'denied'
  | 'dismissed'
  | 'blockedBySystem'
  | 'missing'
  | 'busy'
  | 'insecure'
  | 'unknown'

/** The browser's error, as far as it is looked at. */
export type CaptureError = { name: string; message: string }

/** Browsers hide cameras and microphones from pages that are not served securely. */
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

/** An error of any kind, as the browser's. */
export function captureErrorOf(error: unknown): CaptureError {
  return error instanceof Error ? error : { name: 'Error', message: String(error) }
}
