import { expect, test } from 'vitest'
import { readKnownDevice, signKnownDevice } from './known-device.ts'

const secret = 'a secret of the tests, 32 characters long'
const noor = { id: 'noor', passwordHash: 'one hash' }

test('a device is known to the account that signed in on it', () => {
  const value = signKnownDevice(noor, secret)
  expect(readKnownDevice(value, noor, secret)).toBe(value.split('.')[0])
})

test('a device keeps its id when it is signed again', () => {
  expect(readKnownDevice(signKnownDevice(noor, secret, 'phone'), noor, secret)).toBe('phone')
})

test('two devices get different ids', () => {
  const [one, other] = [signKnownDevice(noor, secret), signKnownDevice(noor, secret)]
  expect(readKnownDevice(one, noor, secret)).not.toBe(readKnownDevice(other, noor, secret))
})

test('a device is unknown to another account, after a new password, and with another secret', () => {
  const value = signKnownDevice(noor, secret)
  expect(readKnownDevice(value, { ...noor, id: 'karim' }, secret)).toBeNull()
  expect(readKnownDevice(value, { ...noor, passwordHash: 'another hash' }, secret)).toBeNull()
  expect(readKnownDevice(value, { ...noor, passwordHash: null }, secret)).toBeNull()
  expect(readKnownDevice(value, noor, 'another secret, 32 characters long')).toBeNull()
})

test('a forged value is unknown', () => {
  const [id = '', signature = ''] = signKnownDevice(noor, secret).split('.')
  const written = [undefined, '', '.', id, `${id}.`, `.${signature}`, `${id}.${signature}.x`]
  const changed = [
    `${crypto.randomUUID()}.${signature}`,
    `${id}.${signature.slice(0, -1)}`,
    `${id}.${'x'.repeat(43)}`,
  ]
  for (const value of [...written, ...changed]) expect(readKnownDevice(value, noor, secret)).toBeNull()
})
