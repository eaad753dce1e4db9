import { describe, expect, test } from 'vitest'
import { ConfigurationError, readConfiguration } from './configuration.ts'

const whole = {
  DATABASE_URL: 'postgres://caravan:secret@127.0.0.1:5432/caravan',
  AUTH_SECRET: 'a secret of the tests, 32 characters long',
  PUBLIC_URL: 'https://school.test',
  LIVEKIT_URL: 'wss://media.school.test',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 'another secret, also 32 characters long',
}

function faultsOf(env: Record<string, string | undefined>): string {
  try {
    readConfiguration(env)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
  }
  return ''
}

describe('a complete environment', () => {
  test('is read as given; the server reaches LiveKit at the browsers’ address, by http', () => {
    expect(readConfiguration(whole)).toMatchObject({
      databaseUrl: whole.DATABASE_URL,
      publicUrl: new URL('https://school.test'),
      liveKit: { url: 'wss://media.school.test', apiUrl: 'https://media.school.test' },
    })
  })

  test('may have a separate LiveKit address for the server', () => {
    const { liveKit } = readConfiguration({ ...whole, LIVEKIT_API_URL: 'ws://10.0.0.5:7880' })
    expect(liveKit).toMatchObject({ url: 'wss://media.school.test', apiUrl: 'http://10.0.0.5:7880' })
  })
})

describe('PostgreSQL', () => {
  test('has one address, with prepared statements', () => {
    expect(readConfiguration(whole)).toMatchObject({
      directDatabaseUrl: whole.DATABASE_URL,
      preparedStatements: true,
    })
  })

  test('may have a pooler in front', () => {
    const direct = 'postgres://caravan:secret@10.0.0.7:5432/caravan'
    const pooled = { DATABASE_DIRECT_URL: direct, DATABASE_PREPARED_STATEMENTS: 'false' }
    expect(readConfiguration({ ...whole, ...pooled })).toMatchObject({
      databaseUrl: whole.DATABASE_URL,
      directDatabaseUrl: direct,
      preparedStatements: false,
    })
  })
})

describe('PUBLIC_URL', () => {
  test('is explicit unless it is the local address', () => {
    expect(readConfiguration(whole).chosenPublicUrl).toBe('https://school.test')
    const local = { ...whole, PUBLIC_URL: 'http://127.0.0.1:3001' }
    expect(readConfiguration({ ...local, PORT: '3001' }).chosenPublicUrl).toBeNull()
    expect(readConfiguration(local).chosenPublicUrl).toBe('http://127.0.0.1:3001')
  })
})

describe('an invalid environment is refused', () => {
  test.each([
    ['ACCEPT_NEW_SECRETS', 'yes'],
    ['DATABASE_DIRECT_URL', 'mysql://127.0.0.1'],
    ['DATABASE_PREPARED_STATEMENTS', '0'],
    ['DATABASE_URL', 'mysql://127.0.0.1'],
    ['DATABASE_URL', 'no url'],
    ['AUTH_SECRET', 'x'.repeat(31)],
    ['LIVEKIT_API_SECRET', 'secret'],
    ['LIVEKIT_API_KEY', ''],
    ['LIVEKIT_URL', 'media.school.test'],
    ['LIVEKIT_API_URL', 'ftp://media.school.test'],
    ['PUBLIC_URL', 'ws://school.test'],
    ['PUBLIC_URL', undefined],
  ])('%s = %j', (name, value) => {
    expect(faultsOf({ ...whole, [name]: value })).toContain(`${name} `)
  })

  test('with all errors together and without a secret in the message', () => {
    const faults = faultsOf({ AUTH_SECRET: 'short-secret', LIVEKIT_URL: 'wss://media.school.test' })
    for (const name of [
      'DATABASE_URL',
      'AUTH_SECRET',
      'PUBLIC_URL',
      'LIVEKIT_API_KEY',
      'LIVEKIT_API_SECRET',
    ]) {
      expect(faults).toContain(`${name} `)
    }
    expect(faults).not.toContain('LIVEKIT_URL ')
    expect(faults).not.toContain('short-secret')
  })
})
