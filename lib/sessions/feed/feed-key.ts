import { type UserId, userId } from '#lib/kernel/ids.ts'
import type { Links } from '#lib/kernel/links.ts'
import type { FeedAddress } from './api.ts'

/** The user whose feed a key opens, and the serial of the address that it belongs to. */
export type FeedKey = { userId: UserId; serial: number }

const SUBJECT = /^([0-9a-f-]{36})-(\d{1,9})$/

/** The address of a person's feed: derived from their id and serial, so that none is stored. */
export function feedAddressOf(links: Links, { userId, serial }: FeedKey): FeedAddress {
  const url = links.address(`/feeds/${links.sign('feed', `${userId}-${serial}`)}.ics`)
  return { url, webcalUrl: url.replace(/^https?:/, 'webcal:'), serial }
}

/** Decodes the last part of a feed's address; null if this server did not issue it. */
export function readFeedFile(links: Links, file: string): FeedKey | null {
  if (!file.endsWith('.ics')) return null
  const [, id, serial] = SUBJECT.exec(links.read('feed', file.slice(0, -'.ics'.length)) ?? '') ?? []
  return id && serial ? { userId: userId.parse(id), serial: Number(serial) } : null
}
