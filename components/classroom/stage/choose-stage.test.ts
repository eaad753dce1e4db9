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
  ['the trainer by default', {}, camera('leila')],
  ['the trainer, even if a student speaks', { activeSpeaker: 'mateo' }, camera('leila')],
  ['the floor holder before the trainer', { floorHolder: 'yuki' }, camera('yuki')],
  ['a shared screen before the floor holder', { floorHolder: 'yuki', sharers: ['leila'] }, screen('leila')],
  ['the spotlight before a shared screen', { spotlight: 'mateo', sharers: ['leila'] }, camera('mateo')],
  ['the viewer’s pin before the spotlight', { spotlight: 'mateo', pinned: camera('yuki') }, camera('yuki')],
  [
    'not the viewer, even in the spotlight and with the floor',
    { spotlight: 'noor', floorHolder: 'noor' },
    camera('leila'),
  ],
  ['a shared screen before the trainer', { sharers: ['leila'] }, screen('leila')],
  ['the latest of two shared screens', { sharers: ['leila', 'mateo'] }, screen('mateo')],
  ['a pin before a shared screen', { pinned: camera('yuki'), sharers: ['leila'] }, camera('yuki')],
  ['a pinned screen', { pinned: screen('leila'), sharers: ['leila', 'mateo'] }, screen('leila')],
  ['not a pinned person who left', { pinned: camera('gone') }, camera('leila')],
  ['not a pinned screen that stopped', { pinned: screen('yuki') }, camera('leila')],
  [
    'the active speaker, if the trainer is absent',
    { trainer: 'away', activeSpeaker: 'yuki' },
    camera('yuki'),
  ],
  ['the active speaker, for the trainer', { me: 'leila', activeSpeaker: 'yuki' }, camera('yuki')],
  ['the first other participant, if nobody has spoken', { me: 'leila' }, camera('noor')],
  ['not the viewer, even while speaking', { me: 'leila', activeSpeaker: 'leila' }, camera('noor')],
  ['the viewer, if alone', { people: ['noor'], activeSpeaker: 'noor' }, camera('noor')],
  ['nothing while nobody is inside', { people: [] }, null],
])('%s', (_what, change, expected) => {
  expect(chooseStage({ ...quiet, ...change })).toEqual(expected)
})
