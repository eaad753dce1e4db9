import { ParticipantInfo } from 'livekit-server-sdk'
import { expect, test } from 'vitest'
import { tracksOf } from './tracks-of.ts'

const tracks = [
  { sid: 'TR_1', source: 'MICROPHONE', muted: false },
  { sid: 'TR_2', source: 'SCREEN_SHARE_AUDIO', muted: true },
  { sid: 'TR_3', source: 'UNKNOWN', muted: false },
]

const published = (kind: string) => tracksOf(ParticipantInfo.fromJson({ identity: 'noor', kind, tracks }))

test('tracks of a person are converted, and unused sources are left out', () => {
  expect(published('STANDARD')).toEqual([
    { sid: 'TR_1', identity: 'noor', source: 'microphone', muted: false },
    { sid: 'TR_2', identity: 'noor', source: 'screen', muted: true },
  ])
})

test.each(['AGENT', 'EGRESS', 'INGRESS', 'SIP'])(
  'tracks of %s are left out, so that they are never muted',
  (kind) => {
    expect(published(kind)).toEqual([])
  },
)
