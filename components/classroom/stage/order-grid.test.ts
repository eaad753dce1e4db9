import { expect, test } from 'vitest'
import { type GridParams, orderGrid } from './order-grid.ts'

const asked: GridParams = {
  people: ['aisha', 'noor', 'leila', 'mateo'],
  sharers: [],
  trainer: 'leila',
  me: 'noor',
  pinned: null,
}

test.each<[string, Partial<GridParams>, string]>([
  ['the trainer, the viewer, then by join time', {}, 'leila noor aisha mateo'],
  ['without the trainer', { trainer: 'away' }, 'noor aisha leila mateo'],
  ['the trainer’s own view', { me: 'leila' }, 'leila aisha noor mateo'],
  ['shared screens lead', { sharers: ['leila'] }, 'leila’s screen leila noor aisha mateo'],
  ['a pin leads', { pinned: { identity: 'mateo', source: 'camera' } }, 'mateo leila noor aisha'],
])('%s', (_what, change, expected) => {
  const order = orderGrid({ ...asked, ...change })
  expect(
    order.map((tile) => (tile.source === 'screen' ? `${tile.identity}’s screen` : tile.identity)).join(' '),
  ).toBe(expected)
})
