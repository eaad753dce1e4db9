// @vitest-environment happy-dom

import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Toaster } from '#components/ui/toast.tsx'
import { english } from '#messages/en.ts'
import { renderNode } from '#scripts/testing/rendered-components.ts'
import * as device from './device-zone.ts'
import { ZoneOffer } from './zone-offer.tsx'

const refresh = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }))

let stopDrawing: () => Promise<void>

beforeEach(() => localStorage.clear())
afterEach(async () => {
  await stopDrawing()
  vi.restoreAllMocks()
})

/** Draws a page for an account in Kolkata, on a device in another zone. */
async function drawOn(deviceZone: string, change = vi.fn(async () => ({ ok: true as const, data: null }))) {
  vi.spyOn(device, 'deviceZone').mockReturnValue(deviceZone)
  stopDrawing = await renderNode(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={english}>
      <Toaster>
        <ZoneOffer zone="Asia/Kolkata" change={change} />
      </Toaster>
    </NextIntlClientProvider>,
  )
  return change
}

const offered = () => document.querySelector('section')?.textContent ?? null

async function press(label: string): Promise<void> {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.includes(label),
  )
  await act(async () => button?.click())
}

test('the device’s zone is offered, but not applied automatically', async () => {
  const change = await drawOn('Asia/Tokyo')
  expect(offered()).toContain('Your device uses Tokyo time, but times here are in Kolkata time.')
  expect(change).not.toHaveBeenCalled()
})

test.each(['Asia/Kolkata', 'Asia/Colombo'])(
  'no zone is offered in %s, whose clocks are the same',
  async (zone) => {
    await drawOn(zone)
    expect(offered()).toBeNull()
  },
)

test('switching changes the account’s zone and refreshes the page', async () => {
  const change = await drawOn('Asia/Tokyo')
  await press('Switch to Tokyo time')
  expect(change).toHaveBeenCalledWith({ timeZone: 'Asia/Tokyo' })
  expect(refresh).toHaveBeenCalled()
})

test('a dismissed zone is not offered again, but another one is', async () => {
  const change = await drawOn('Asia/Tokyo')
  await press('Keep Kolkata time')
  expect(offered()).toBeNull()
  await stopDrawing()
  await drawOn('Asia/Tokyo')
  expect(offered()).toBeNull()
  await stopDrawing()
  await drawOn('America/New_York')
  expect(offered()).toContain('New York')
  expect(change).not.toHaveBeenCalled()
})
