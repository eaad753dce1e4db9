import { expect, test } from 'vitest'
import { zoneList } from './zone-list.ts'

test('zones have the names that people use', () => {
  expect(zoneList(null)).toEqual(
    expect.arrayContaining(['Asia/Kolkata', 'Europe/Berlin', 'Europe/Kyiv', 'UTC']),
  )
  expect(zoneList(null)).not.toContain('Asia/Calcutta')
})

test('the current zone stays in the list', () => {
  expect(zoneList('Etc/GMT+5')).toContain('Etc/GMT+5')
})
