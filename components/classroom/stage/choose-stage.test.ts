import { expect, test } from 'vitest'
import type { TileKey } from '#components/classroom/room-state/tile-key.ts'
import { chooseStage, type StageParams } from './choose-stage.ts'

const camera = (identity: string): TileKey => ({ identity, source: 'camera' })
const screen = (identity: string): TileKey => ({ identity, source: 'screen' })

const quiet: StageParams = {
  pinned: null,
  people: ['noor', 'leila', 'mateo', 'yuki'],
  sharers: [],
  trainer: 'leila',
  me: 'noor',
  spotlight: null,
  floorHolder: null,
  activeSpeaker: null,
}

test.each<[string, Partial<StageParams>, TileKey | null]>([
  ['the trainer, when nothing else is on', {}, camera('leila')],
  ['the trainer, though somebody speaks', { activeSpeaker: 'mateo' }, camera('leila')],
  ['who has the word before the trainer', { floorHolder: 'yuki' }, camera('yuki')],
  ['a shared screen before who has the word', { floorHolder: 'yuki', sharers: ['leila'] }, screen('leila')],
  ['who is pinned for all before a screen', { spotlight: 'mateo', sharers: ['leila'] }, camera('mateo')],
  ['what one pinned oneself before that', { spotlight: 'mateo', pinned: camera('yuki') }, camera('yuki')],
  [
    'not oneself, though pinned for all with the word',
    { spotlight: 'noor', floorHolder: 'noor' },
    camera('leila'),
  ],
  ['a shared screen before the trainer', { sharers: ['leila'] }, screen('leila')],
  ['the latest of two screens', { sharers: ['leila', 'mateo'] }, screen('mateo')],
  ['what is pinned before a screen', { pinned: camera('yuki'), sharers: ['leila'] }, camera('yuki')],
  ['a pinned screen', { pinned: screen('leila'), sharers: ['leila', 'mateo'] }, screen('leila')],
  ['not a pinned person who left', { pinned: camera('gone') }, camera('leila')],
  ['not a pinned screen that stopped', { pinned: screen('yuki') }, camera('leila')],
  ['who speaks, where the trainer is away', { trainer: 'away', activeSpeaker: 'yuki' }, camera('yuki')],
  ['who speaks, for the trainer', { me: 'leila', activeSpeaker: 'yuki' }, camera('yuki')],
  ['the first other one, where nobody spoke', { me: 'leila' }, camera('noor')],
  ['not oneself, though one speaks', { me: 'leila', activeSpeaker: 'leila' }, camera('noor')],
  ['oneself, alone', { people: ['noor'], activeSpeaker: 'noor' }, camera('noor')],
  ['nothing before anybody is there', { people: [] }, null],
])('%s', (_what, change, expected) => {
  expect(chooseStage({ ...quiet, ...change })).toEqual(expected)
})
