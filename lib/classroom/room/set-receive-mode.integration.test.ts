import { expect, test } from 'vitest'
import { removeParticipant } from '#lib/classroom/moderation/remove-participant.ts'
import { changesReceived } from '#scripts/testing/enter-room.ts'
import { eventually } from '#scripts/testing/eventually.ts'
import { startTestClass } from '#scripts/testing/start-test-class.ts'
import { readRoom } from './read-room.ts'
import { setReceiveMode } from './set-receive-mode.ts'

test('everyone sees who receives audio and screens only. Idempotent', async () => {
  const { school, sessionId, trainer, noor, karim, enter } = await startTestClass()
  const visitor = await enter(trainer)
  const change = (mode: 'all' | 'audio_and_screen') => setReceiveMode(school.as(noor), { sessionId, mode })
  await change('all')
  await change('audio_and_screen')
  await change('audio_and_screen')
  for (const person of [trainer, noor, karim]) {
    expect(await readRoom(school.as(person), { sessionId })).toMatchObject({
      audioOnly: [noor.id],
      number: 1,
    })
  }
  await change('all')
  expect(await readRoom(school.as(trainer), { sessionId })).toMatchObject({ audioOnly: [], number: 2 })
  await eventually(() =>
    expect(changesReceived(visitor)).toEqual([
      { kind: 'state_patch', patch: { audioOnly: [noor.id] } },
      { kind: 'state_patch', patch: { audioOnly: [] } },
    ]),
  )
})

test('people outside the session and removed students cannot set the mode', async () => {
  const { school, sessionId, trainer, noor } = await startTestClass()
  const change = (person: typeof noor) =>
    setReceiveMode(school.as(person), { sessionId, mode: 'audio_and_screen' })
  for (const role of ['STUDENT', 'TRAINER'] as const) {
    await expect(change(await school.person(role))).rejects.toMatchObject({ code: 'forbidden' })
  }
  await change(noor)
  await removeParticipant(school.as(trainer), { sessionId, userId: noor.id })
  await expect(change(noor)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await readRoom(school.as(trainer), { sessionId })).toMatchObject({ audioOnly: [] })
})
