// @vitest-environment happy-dom

import { NextIntlClientProvider } from 'next-intl'
import { act, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { english } from '#messages/en.ts'
import { renderNode } from '#scripts/testing/rendered-components.ts'
import { typeInto } from '#scripts/testing/type-into.ts'
import { LimitedInput, LimitedTextarea } from './limited-input.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const control = { id: 'field', 'aria-label': 'Name', 'aria-describedby': 'hint' }

test.each<[string, ReactNode]>([
  ['a line', <LimitedInput key="line" {...control} longest={5} />],
  ['several lines', <LimitedTextarea key="lines" {...control} longest={5} />],
])('%s: a text that is too long is kept and counted, and its form is not sent', async (_what, input) => {
  const stopDrawing = await renderNode(inEnglish(input))
  await typeInto(field(), ' abcdefg ')
  expect(field().value).toBe(' abcdefg ')
  expect(note()).toBe('2 characters too long')
  expect([field().validationMessage, field().getAttribute('aria-invalid')]).toEqual([note(), 'true'])
  expect(described()).toBe(true)

  await typeInto(field(), ' abcde ')
  expect([note(), field().validationMessage, field().getAttribute('aria-invalid')]).toEqual([
    undefined,
    '',
    null,
  ])
  expect(field().getAttribute('aria-describedby')).toBe('hint')
  await stopDrawing()
})

test('a screen reader announces the excess when typing pauses, not with each key', async () => {
  const stopDrawing = await renderNode(inEnglish(<LimitedInput {...control} longest={5} />))
  const told = () => document.querySelector('[role=status]')?.textContent
  for (const text of ['abcdef', 'abcdefg', 'abcdefgh']) {
    await typeInto(field(), text)
    await act(() => vi.advanceTimersByTimeAsync(500))
    expect(told()).toBe('')
  }
  await act(() => vi.advanceTimersByTimeAsync(500))
  expect(told()).toBe('3 characters too long')
  await typeInto(field(), 'abcde')
  expect(told()).toBe('')
  await stopDrawing()
})

test('a password is counted unchanged, with its spaces', async () => {
  const stopDrawing = await renderNode(inEnglish(<LimitedInput {...control} longest={5} asSent />))
  await typeInto(field(), ' abcde')
  expect(note()).toBe('1 character too long')
  await stopDrawing()
})

test('a value that was changed elsewhere is counted again', async () => {
  const stopDrawing = await renderNode(
    inEnglish(<LimitedInput {...control} longest={5} value="abcdef" readOnly />),
  )
  expect(note()).toBe('1 character too long')
  await stopDrawing()
})

function inEnglish(node: ReactNode) {
  return (
    <NextIntlClientProvider locale="en" messages={english}>
      {node}
    </NextIntlClientProvider>
  )
}

function field() {
  const found = document.querySelector<HTMLInputElement | HTMLTextAreaElement>('#field')
  if (!found) throw new Error('There is no field.')
  return found
}

const note = () => document.querySelector('p')?.textContent

function described(): boolean {
  const ids = field().getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.includes(document.querySelector('p')?.id ?? '') && ids.includes('hint')
}
