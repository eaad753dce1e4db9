// @vitest-environment happy-dom

import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { expect, test } from 'vitest'
import { LONGEST } from '#lib/kernel/text-limits.ts'
import { english } from '#messages/en.ts'
import { draw } from '#scripts/testing/rendered-components.ts'
import { write } from '#scripts/testing/write.ts'
import { Composer } from './composer.tsx'

test('a message that is too long is kept, counted and not sent, by Enter or by the button', async () => {
  const { sent, kept, stopDrawing } = await drawComposer()
  await write(field(), 'a'.repeat(LONGEST.message + 12))
  await press('Enter')
  await act(async () => document.querySelector<HTMLElement>('[aria-label=Send]')?.click())
  expect(sent).toEqual([])
  expect(field().value).toHaveLength(LONGEST.message + 12)
  expect(kept.at(-1)).toHaveLength(LONGEST.message + 12)
  expect(document.querySelector('p')?.textContent).toBe('12 characters too long')

  await write(field(), `${'a'.repeat(LONGEST.message)}\n  `)
  expect(document.querySelector('p')).toBeNull()
  await press('Enter')
  expect(sent).toEqual(['a'.repeat(LONGEST.message)])
  expect(field().value).toBe('')
  await stopDrawing()
})

test('Enter that belongs to an input method sends nothing', async () => {
  const { sent, stopDrawing } = await drawComposer()
  await write(field(), 'にほん')
  await press('Enter', { isComposing: true })
  expect(sent).toEqual([])
  await press('Enter')
  expect(sent).toEqual(['にほん'])
  await stopDrawing()
})

async function drawComposer() {
  const sent: string[] = []
  const kept: string[] = []
  const stopDrawing = await draw(
    <NextIntlClientProvider locale="en" messages={english}>
      <Composer
        label="Write to everyone"
        answering={null}
        onNoAnswer={() => {}}
        people={[]}
        keptText=""
        onText={(text) => kept.push(text)}
        isAsked={false}
        onFocused={() => {}}
        onSend={(text) => sent.push(text)}
      />
    </NextIntlClientProvider>,
  )
  return { sent, kept, stopDrawing }
}

function field() {
  const found = document.querySelector('textarea')
  if (!found) throw new Error('There is no field.')
  return found
}

async function press(key: string, how: KeyboardEventInit = {}) {
  await act(async () => field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...how })))
}
