import type { Reaction } from '#lib/classroom/room/api.ts'

export const signs: Record<Reaction, string> = {
  'thumbs-up': '👍',
  applause: '👏',
  heart: '❤️',
  laugh: '😄',
  surprise: '😮',
  party: '🎉',
}
