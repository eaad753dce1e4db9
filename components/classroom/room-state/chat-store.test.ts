import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { ApiFailure } from '#lib/api/client.ts'
import type { Message, Person } from '#lib/classroom/message.ts'
import type { RoomState } from '#lib/classroom/room/api.ts'
import type { RoomChange } from '#lib/classroom/room/room-update.ts'
import { createChatStore } from './chat-store.ts'
import { createRoomStateStore } from './room-state-store.ts'

const PAGE = 5
const LEILA = { id: 'leila', name: 'Leïla' } as Person

/** A server that keeps messages, and a page that follows it. The test runs scheduled work. */
function setUp() {
  let number = 0
  let ids = 0
  const held: (Message & { touched: number })[] = []
  const waiting: (() => void)[] = []
  const later = (work: () => void) => void waiting.push(work)
  /** Current behaviour of our server and of the connection to it. */
  const reading = { fails: false, slow: false }
  const follower = createRoomStateStore({
    readRoom: async () => ({ number, hands: [] }) as unknown as RoomState,
    schedule: later,
  })
  const api = {
    listMessages: vi.fn(async ({ before, since }: { before?: number; since?: number }) => {
      if (reading.fails) throw new ApiFailure(0, 'no answer')
      const found = held
        .filter((one) => one.number < (before ?? 1e9) && one.touched > (since ?? -1))
        .toSorted((one, other) => (since === undefined ? 0 : one.touched - other.touched))
      const items = since === undefined ? found.slice(-PAGE) : found.slice(0, PAGE)
      const hasMore = items.length < found.length
      const at = since !== undefined && hasMore ? (items.at(-1)?.touched ?? number) : number
      const answer = { items: items.map((one) => ({ ...one })), number: at, hasMore }
      if (reading.slow) await new Promise<void>((resolve) => later(resolve))
      return answer
    }),
    sendMessage: vi.fn(async ({ id, text }: { id: string; text: string }) => write(id, text, 'me').message),
  }
  const store = createChatStore({
    me: () => 'me',
    roomState: follower,
    api,
    newId: () => `own ${ids++}`,
    schedule: later,
  })

  function write(id: string, text: string, author = 'leila') {
    const known = held.find((one) => one.id === id)
    if (known) return { message: known, change: { kind: 'not_visible' } as RoomChange, number }
    number += 1
    const by = { id: author, name: author, isTrainer: false } as Message['author']
    const message = {
      id,
      number,
      touched: number,
      author: by,
      text,
      mentions: [],
      replyTo: null,
      privateWith: null,
      removedBy: null,
      createdAt: '',
    }
    held.push(message)
    return { message, change: { kind: 'message', message } as RoomChange, number }
  }

  function remove(id: string) {
    number += 1
    for (const one of held) if (one.id === id) Object.assign(one, { text: null, touched: number })
    return { change: { kind: 'message_removed', messageId: id, by: LEILA } as RoomChange, number }
  }

  const hear = ({ change, number }: { change: RoomChange; number: number }) =>
    follower.handleUpdate({ kind: 'changes', changes: [{ number, change }] })
  const pass = async () => {
    for (const work of waiting.splice(0)) work()
    await new Promise(setImmediate)
  }
  const texts = () => store.state.messages.map(({ id, text }) => `${id}: ${text}`)
  return { store, follower, api, held, reading, write, remove, hear, pass, texts, newest: () => number }
}

describe('a message', () => {
  test('is shown as removed if its removal arrives before the message is read', async () => {
    const { store, follower, write, remove, hear, pass, texts, held, reading } = setUp()
    for (let index = 0; index < PAGE; index += 1) write(`early ${index}`, 'text')
    await follower.refresh()
    await store.sync()
    reading.fails = true
    // The update is lost, so that the rest, more than one page, has to be read.
    for (let index = 0; index <= PAGE; index += 1) write(`late ${index}`, 'text')
    await follower.refresh()
    await pass()
    hear(remove('late 2'))
    reading.fails = false
    await pass()
    await pass()
    expect(texts()).toEqual(held.map(({ id, text }) => `${id}: ${text}`))
  })

  test('stays removed when an older page arrives later', async () => {
    const { store, follower, write, remove, hear, pass, texts, reading } = setUp()
    write('one', 'text')
    await follower.refresh()
    reading.slow = true
    void store.sync()
    await new Promise(setImmediate)
    hear(remove('one'))
    await pass()
    expect(texts()).toEqual(['one: null'])
  })

  test('matches our server, whichever updates are lost, duplicated or reordered, and however it is read', async () => {
    const act = fc.record({
      remove: fc.boolean(),
      lost: fc.boolean(),
      twice: fc.boolean(),
      after: fc.nat(4),
      fails: fc.boolean(),
      slow: fc.boolean(),
      passes: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.array(act, { maxLength: 25 }), async (before, acts) => {
        const { store, follower, held, reading, write, remove, hear, pass, texts, newest } = setUp()
        for (let index = 0; index < before; index += 1) write(`early ${index}`, 'text')
        await follower.refresh()
        void store.sync()
        const packets: { at: number; news: Parameters<typeof hear>[0] }[] = []
        for (const [index, { lost, twice, after, ...act }] of acts.entries()) {
          Object.assign(reading, { fails: act.fails, slow: act.slow })
          const target = held[(index * 7) % Math.max(1, held.length)]
          const news = act.remove && target ? remove(target.id) : write(`m${index}`, 'text')
          if (!lost) packets.push({ at: index + after, news })
          if (!lost && twice) packets.push({ at: index + after + 2, news })
          for (const packet of packets.filter(({ at }) => at === index)) hear(packet.news)
          if (act.passes) await pass()
        }
        for (const { at, news } of packets) if (at >= acts.length) hear(news)
        Object.assign(reading, { fails: false, slow: false })
        follower.handleUpdate({ kind: 'heartbeat', number: newest() })
        for (let turn = 0; turn < 6; turn += 1) await pass()
        // The viewer scrolls up to the beginning.
        while (store.state.hasEarlier) await store.readEarlier()
        expect(texts()).toEqual(held.map(({ id, text }) => `${id}: ${text}`))
      }),
      { numRuns: 300 },
    )
  })

  test('is unread while the chat is closed, except the viewer’s own', async () => {
    const { store, follower, write, hear } = setUp()
    write('old', 'Before I came')
    await follower.refresh()
    await store.sync()
    hear(write('a', 'One'))
    hear(write('b', 'Two', 'me'))
    hear(write('c', 'Three'))
    expect(store.state).toMatchObject({ unread: 2, unreadFrom: 2 })
    store.open()
    hear(write('d', 'Four'))
    expect(store.state).toMatchObject({ unread: 0, unreadFrom: 2 })
    store.close()
    expect(store.state.unreadFrom).toBeNull()
  })
})

describe('an outgoing message', () => {
  const draft = { text: 'Hello', mentions: [], replyTo: null, privateWith: null }

  test('is stored once, even if the connection and the response are lost', async () => {
    const { store, follower, api, held, write, pass, texts } = setUp()
    await follower.refresh()
    await store.sync()
    api.sendMessage.mockImplementationOnce(async ({ id, text }) => {
      write(id, text, 'me')
      throw new ApiFailure(0, 'no answer')
    })
    store.send(draft)
    await vi.waitFor(() => expect(store.state.outbox).toMatchObject([{ state: 'waiting' }]))
    await pass()
    await vi.waitFor(() => expect(store.state.outbox).toEqual([]))
    expect(texts()).toEqual(['own 0: Hello'])
    expect(held).toHaveLength(1)
  })

  test('keeps the order of writing, even over a lost connection', async () => {
    const { store, follower, api, pass, texts } = setUp()
    await follower.refresh()
    await store.sync()
    api.sendMessage.mockRejectedValueOnce(new ApiFailure(0, 'no answer'))
    for (const text of ['One', 'Two', 'Three']) store.send({ ...draft, text })
    await vi.waitFor(() =>
      expect(store.state.outbox.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']),
    )
    await pass()
    await vi.waitFor(() => expect(store.state.outbox).toEqual([]))
    expect(texts().map((text) => text.replace(/.*: /, ''))).toEqual(['One', 'Two', 'Three'])
  })

  test.each([0, 429, 503])('is sent again automatically after status %s', async (status) => {
    const { store, follower, api, pass, texts } = setUp()
    await follower.refresh()
    await store.sync()
    api.sendMessage.mockRejectedValueOnce(new ApiFailure(status, 'Later.'))
    store.send(draft)
    await vi.waitFor(() => expect(store.state.outbox).toMatchObject([{ state: 'waiting' }]))
    await pass()
    await vi.waitFor(() => expect(store.state.outbox).toEqual([]))
    expect(texts()).toEqual(['own 0: Hello'])
  })

  test('waits until the previous one is sent', async () => {
    const { store, follower, api } = setUp()
    await follower.refresh()
    await store.sync()
    api.sendMessage.mockReturnValue(new Promise(() => {}))
    for (const text of ['One', 'Two']) store.send({ ...draft, text })
    store.retryNow()
    expect(api.sendMessage).toHaveBeenCalledTimes(1)
  })

  test('that is refused waits for its author', async () => {
    const { store, follower, api, texts } = setUp()
    await follower.refresh()
    await store.sync()
    api.sendMessage.mockRejectedValueOnce(new ApiFailure(409, 'The chat is locked.'))
    store.send(draft)
    await vi.waitFor(() =>
      expect(store.state.outbox).toMatchObject([{ state: 'refused', reason: 'The chat is locked.' }]),
    )
    const [refused] = store.state.outbox
    store.retry(refused?.id ?? '')
    await vi.waitFor(() => expect(store.state.outbox).toEqual([]))
    expect(texts()).toEqual(['own 0: Hello'])
  })
})
