// @vitest-environment happy-dom

import { RoomContext } from '@livekit/components-react'
import { Room } from 'livekit-client'
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rememberedChoices } from '#components/classroom/media/remembered.ts'
import { Toaster } from '#components/ui/toast.tsx'
import { english } from '#messages/en.ts'
import { renderNode } from '#scripts/testing/rendered-components.ts'
import { useDeviceEntries } from './device-menu.tsx'

const headset = { deviceId: 'headset', label: 'Headset', kind: 'audioinput' } as MediaDeviceInfo

beforeEach(() => void vi.spyOn(Room, 'getLocalDevices').mockResolvedValue([headset]))
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

test('a chosen microphone that opens is remembered', async () => {
  const stopDrawing = await choose(async () => {})
  expect(rememberedChoices().microphone).toEqual({ id: 'headset', label: 'Headset' })
  await stopDrawing()
})

test('a chosen microphone that does not open is not remembered, and a message says so', async () => {
  const stopDrawing = await choose(() => Promise.reject(new DOMException('', 'NotReadableError')))
  expect(rememberedChoices().microphone).toBeNull()
  expect(document.body.textContent).toContain('Headset couldn’t be started.')
  await stopDrawing()
})

async function choose(changeDevice: () => Promise<void>) {
  function Entry() {
    const [entry] = useDeviceEntries('audioinput', { changeDevice })
    return <button type="button" onClick={() => entry && 'onSelect' in entry && entry.onSelect()} />
  }
  const stopDrawing = await renderNode(
    <NextIntlClientProvider locale="en" messages={english}>
      <Toaster>
        <RoomContext.Provider value={new Room()}>
          <Entry />
        </RoomContext.Provider>
      </Toaster>
    </NextIntlClientProvider>,
  )
  await act(async () => document.querySelector('button')?.click())
  return stopDrawing
}
