import { expect, test } from 'vitest'
import { type DeviceFault, faultOfCapture, faultOfEnvironment } from './device-fault.ts'

test.each<[string, string, DeviceFault]>([
  ['NotAllowedError', 'Permission denied', 'denied'],
  ['NotAllowedError', 'Permission dismissed', 'dismissed'],
  ['NotAllowedError', 'Permission denied by system', 'blockedBySystem'],
  ['PermissionDeniedError', '', 'denied'],
  ['SecurityError', '', 'denied'],
  ['NotFoundError', 'Requested device not found', 'missing'],
  ['OverconstrainedError', '', 'missing'],
  ['NotReadableError', 'Could not start video source', 'busy'],
  ['TrackStartError', '', 'busy'],
  ['AbortError', 'Starting videoinput failed', 'busy'],
  ['TypeError', 'something new', 'unknown'],
])('%s (%s) is %s', (name, message, fault) => {
  expect(faultOfCapture({ name, message })).toBe(fault)
})

test('a page without HTTPS has no devices', () => {
  expect(faultOfEnvironment({ isSecureContext: false, hasDevices: false })).toBe('insecure')
  expect(faultOfEnvironment({ isSecureContext: true, hasDevices: true })).toBeNull()
})
