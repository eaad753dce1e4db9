import { describe, expect, test, vi } from 'vitest'
import { sessionId as toSessionId } from '#lib/kernel/ids.ts'
import type { Media } from '#lib/livekit/media.ts'
import { batchesOf, publishToRoom } from './publish-to-room.ts'
import type { RoomChange, RoomUpdate } from './room-update.ts'

const quiet: RoomChange = { kind: 'not_visible' }
const lowered = (letters: number): RoomChange => ({ kind: 'hands_lowered', userIds: ['x'.repeat(letters)] })

test('changes for everyone are batched, and changes for some people are sent alone, in order', () => {
  const batches = batchesOf([
    { number: 1, change: quiet },
    { number: 2, change: quiet },
    { number: 3, change: quiet, recipientIds: ['leila'] },
    { number: 4, change: quiet },
    { number: 5, change: quiet, recipientIds: ['leila'] },
  ])
  expect(batches.map((batch) => batch.map(({ number }) => number))).toEqual([[1, 2], [3], [4], [5]])
})

test('no packet exceeds the limit of LiveKit, and a change that is too large has to be read', () => {
  const batches = batchesOf([
    { number: 1, change: lowered(8_000) },
    { number: 2, change: lowered(8_000) },
    { number: 3, change: lowered(20_000) },
    { number: 4, change: quiet },
  ])
  expect(batches.map((batch) => batch.map(({ number }) => number))).toEqual([[1], [2, 3, 4]])
  expect(batches[1]?.[1]?.change).toEqual({ kind: 'too_large' })
  for (const batch of batches) expect(JSON.stringify(batch).length).toBeLessThan(15 * 1024)
})

describe('changes of a room', () => {
  const sessionId = toSessionId.parse(crypto.randomUUID())

  /**
   * A LiveKit with three participants. Each send is recorded with its receivers, and stays pending until the test
   * ends it.
   */
  function holdingMedia() {
    const sent: [numbers: string, to: string][] = []
    const ends: { resolve: () => void; reject: (error: Error) => void }[] = []
    const media = {
      listParticipants: async () => ['leila', 'noor', 'noor:companion'].map((identity) => ({ identity })),
      sendData: (_room: string, data: Uint8Array, _topic: string, to?: string[]) => {
        const news: RoomUpdate = JSON.parse(new TextDecoder().decode(data))
        const changes = news.kind === 'changes' ? news.changes : []
        sent.push([
          changes.map(({ number, change }) => `${number} ${change.kind}`).join(),
          to?.join() ?? 'everybody',
        ])
        const { promise, ...end } = Promise.withResolvers<void>()
        ends.push(end)
        return promise
      },
    }
    const next = async (fails = false) => {
      await vi.waitFor(() => expect(ends).not.toEqual([]))
      const end = ends.shift()
      if (fails) end?.reject(new Error('LiveKit is away'))
      else end?.resolve()
    }
    return { media: media as unknown as Media, sent, next }
  }

  test('that are made during a send are sent after it, together and by number', async () => {
    const { media, sent, next } = holdingMedia()
    for (const number of [1, 3, 2]) publishToRoom(media, sessionId, { number, change: quiet })
    await next()
    await next()
    expect(sent).toEqual([
      ['1 not_visible', 'everybody'],
      ['2 not_visible,3 not_visible', 'everybody'],
    ])
  })

  test('are sent even if an earlier send has failed', async () => {
    const { media, sent, next } = holdingMedia()
    for (const number of [1, 2]) publishToRoom(media, sessionId, { number, change: quiet })
    await next(true)
    await next()
    expect(sent.map(([numbers]) => numbers)).toEqual(['1 not_visible', '2 not_visible'])
  })

  test('for some people are only a number to the others', async () => {
    const { media, sent, next } = holdingMedia()
    publishToRoom(media, sessionId, { number: 1, change: lowered(1), recipientIds: ['leila'] })
    await next()
    await next()
    expect(sent).toEqual([
      ['1 hands_lowered', 'leila,leila:companion'],
      ['1 not_visible', 'noor,noor:companion'],
    ])
  })
})
