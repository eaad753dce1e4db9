// @vitest-environment happy-dom

import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import { expect, test } from 'vitest'
import { MAX_LENGTH } from '#lib/kernel/text-limits.ts'
import { english } from '#messages/en.ts'
import { renderNode } from '#scripts/testing/rendered-components.ts'
import { typeInto } from '#scripts/testing/type-into.ts'
import { Composer } from './composer.tsx'

test('a message that is too long is kept, counted and not sent, by Enter or by the button', async () => {
  const { sent, kept, stopDrawing } = await drawComposer()
  await typeInto(field(), 'a'.repeat(MAX_LENGTH.message + 12))
  await press('Enter')
  await act(async () => document.querySelector<HTMLElement>('[aria-label=Send]')?.click())
  expect(sent).toEqual([])
  expect(field().value).toHaveLength(MAX_LENGTH.message + 12)
  expect(kept.at(-1)).toHaveLength(MAX_LENGTH.message + 12)
  expect(document.querySelector('p')?.textContent).toBe('12 characters too long')

  await typeInto(field(), `${'a'.repeat(MAX_LENGTH.message)}\n  `)
  expect(document.querySelector('p')).toBeNull()
  await press('Enter')
  expect(sent).toEqual(['a'.repeat(MAX_LENGTH.message)])
  expect(field().value).toBe('')
  await stopDrawing()
})

test('Enter during input method composition sends nothing', async () => {
  const { sent, stopDrawing } = await drawComposer()
  await typeInto(field(), 'にほん')
  await press('Enter', { isComposing: true })
  expect(sent).toEqual([])
  await press('Enter')
  expect(sent).toEqual(['にほん'])
  await stopDrawing()
})

async function drawComposer() {
  const sent: string[] = []
  const kept: string[] = []
  const stopDrawing = await renderNode(
    <NextIntlClientProvider locale="en" messages={english}>
      <Composer
        label="Message everyone"
        replyingTo={null}
        onCancelReply={() => {}}
        people={[]}
        initialText=""
        onText={(text) => kept.push(text)}
        shouldFocus={false}
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
