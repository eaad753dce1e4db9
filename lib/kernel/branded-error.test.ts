import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'

/** A fresh copy of every module with one of our error classes, as in each bundle of the build. */
async function copyOfErrors() {
  vi.resetModules()
  const { Refusal } = await import('./refusal.ts')
  const { asRefusal } = await import('#lib/http/failure.ts')
  const { ForgedEvent, MediaUnavailable } = await import('#lib/livekit/media.ts')
  const { StaleRead } = await import('#lib/database/transaction.ts')
  const { ConfigurationError } = await import('#lib/process/configuration.ts')
  const errors = {
    Refusal: new Refusal('not_found', 'noSuchSession'),
    ForgedEvent: new ForgedEvent('forged'),
    MediaUnavailable: new MediaUnavailable('away'),
    StaleRead: new StaleRead('stale'),
    ConfigurationError: new ConfigurationError('incomplete'),
  }
  return {
    asRefusal,
    classes: { Refusal, ForgedEvent, MediaUnavailable, StaleRead, ConfigurationError },
    errors,
  }
}

describe('an error from another bundle', () => {
  test('is an instance of its own class only', async () => {
    const [here, there] = [await copyOfErrors(), await copyOfErrors()]
    expect(here.classes.Refusal).not.toBe(there.classes.Refusal)
    for (const [name, error] of Object.entries(there.errors)) {
      const recognised = Object.entries(here.classes).filter(([, type]) => error instanceof type)
      expect(recognised.map(([type]) => type)).toEqual([name])
      expect(error).toBeInstanceOf(Error)
      expect(error.name).toBe(name)
    }
  })

  test('gets the same response', async () => {
    const [here, there] = [await copyOfErrors(), await copyOfErrors()]
    expect(here.asRefusal(there.errors.Refusal)).toMatchObject({
      code: 'not_found',
      reason: 'noSuchSession',
    })
    expect(here.asRefusal(there.errors.MediaUnavailable)).toMatchObject({
      code: 'unavailable',
      reason: 'liveKitUnavailable',
    })
  })
})

test('does not match errors thrown by other code', async () => {
  const { classes } = await copyOfErrors()
  for (const thrown of [new Error('MediaUnavailable'), { name: 'Refusal' }, 'Refusal', null, undefined]) {
    expect(Object.values(classes).some((type) => thrown instanceof type)).toBe(false)
  }
})

test('every error class on the server has a brand', () => {
  const files = globSync('{lib,worker,app}/**/*.{ts,tsx}').filter((file) => !file.includes('generated'))
  const unbranded = files.filter((file) =>
    /class \w+ extends ([A-Z]\w*)?Error\b/.test(readFileSync(file, 'utf8')),
  )
  expect(unbranded).toEqual(['lib/kernel/branded-error.ts'])
})
