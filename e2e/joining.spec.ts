import { expect, type Page } from '@playwright/test'
import { joinWithToken } from './device.ts'
import { test } from './fixtures.ts'

test('a student joins from home in two clicks, or in one if the devices worked before', async ({
  school,
  as,
}) => {
  await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const noor = await as('Noor')
  await noor.page.goto('/student')
  await noor.page.getByRole('link', { name: 'Join class' }).click()
  await noor.join()
  await noor.press('Leave')
  await noor.page.goto('/student')
  await noor.page.getByRole('link', { name: 'Join class' }).click()
  await noor.expectInside()
})

test('Join shows that it is in progress while the preview loads', async ({ school, as }) => {
  await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const { page } = await as('Noor')
  await page.goto('/student')
  const answer = Promise.withResolvers<void>()
  await page.route('**/room?join*', async (route) => {
    await answer.promise
    await route.continue()
  })
  const join = page.getByRole('link', { name: 'Join class' })
  await join.click()
  await expect(join.locator('.animate-spin')).toBeVisible()
  answer.resolve()
  await expect(page.getByRole('button', { name: 'Join class' })).toBeVisible()
})

test('a trainer starts from the day view with one click if the devices worked before', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'], sessionType: 'offline' })
  const leila = await as('Leïla')
  await leila.enter(session)
  await leila.press('Leave')
  await school.api('Leïla').end(session)
  await school.session({ trainer: 'Leïla', students: ['Noor'], sessionType: 'offline', startsInHours: 0.5 })
  await leila.page.goto('/trainer')
  await leila.page.getByRole('button', { name: 'Start class' }).click()
  await leila.expectInside()
})

test('a student is not in the room before clicking Join', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await leila.enter(session)
  await noor.openPreview(session)
  await expect(noor.page.getByRole('button', { name: 'Stop video' })).toBeVisible()
  // A participant who joins now sees only the trainer.
  const mateo = await joinWithToken(await school.api('Mateo').roomToken(session))
  await expect(leila.panel.getByRole('button', { name: 'Actions for Mateo' })).toBeVisible()
  expect([...mateo.remoteParticipants.values()].map(({ name }) => name)).toEqual(['Leïla'])
  await mateo.disconnect()
  await noor.join()
  await leila.expectMoving(leila.pictureOf('Noor'))
})

test('unmuting while the microphone is still being published works, and a disabled camera stays off', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await leila.enter(session)
  const { asked, answer } = await holdPublications(noor.page)
  await noor.openPreview(session)
  await noor.page.getByRole('button', { name: 'Stop video' }).click()
  await noor.join()
  await asked
  await noor.press('Unmute')
  await expect(leila.panel.getByRole('img', { name: 'Noor is muted' })).toBeVisible()
  answer()
  await expect(leila.panel.getByRole('img', { name: 'Noor is muted' })).toBeHidden()
  await expect(noor.controls.getByRole('button', { name: 'Start video' })).toBeVisible()
  await expect(leila.pictureOf('Noor')).toBeHidden()
  await noor.press('Start video')
  await leila.expectMoving(leila.pictureOf('Noor'))
})

const deviceFaults = [
  { fault: 'NotAllowedError', said: 'Your browser is blocking the camera.' },
  { fault: 'NotFoundError', said: 'No camera was found.' },
  { fault: 'NotReadableError', said: 'Another app is using the camera.' },
]

for (const { fault, said } of deviceFaults) {
  test(`with ${fault} a student sees the reason and can still join`, async ({ school, as }) => {
    const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
    const [leila, noor] = [await as('Leïla'), await as('Noor')]
    await leila.enter(session)
    await refuseDevices(noor.page, fault)
    await noor.openPreview(session)
    await expect(noor.page.getByText(said)).toBeVisible()
    await noor.join()
    await noor.expectMoving(noor.pictureOf('Leïla'))
  })
}

test('opening the class in a second tab shows a message in the first, without a reconnect loop', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  await leila.enter(session)
  await noor.enter(session)
  const second = await as('Noor')
  await second.enter(session)
  await expect(
    noor.page.getByRole('heading', { name: 'The class is open in another tab or on another device' }),
  ).toBeVisible()
  await second.expectMoving(second.pictureOf('Leïla'))
  await noor.page.getByRole('button', { name: 'Join here instead' }).click()
  await noor.expectInside()
  await expect(
    second.page.getByRole('heading', { name: 'The class is open in another tab or on another device' }),
  ).toBeVisible()
})

test('all participants leave and rejoin', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  for (const visitor of [leila, noor]) await visitor.enter(session)
  for (const visitor of [leila, noor]) await visitor.press('Leave')
  await expect.poll(() => school.inside(session)).toBe(0)
  for (const visitor of [leila, noor]) {
    await visitor.page.getByRole('button', { name: 'Rejoin' }).click()
    await visitor.expectInside()
  }
  await noor.expectMoving(noor.pictureOf('Leïla'))
})

test('a cancellation during class is shown and closes the room', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor'] })
  const [leila, noor] = [await as('Leïla'), await as('Noor')]
  for (const visitor of [leila, noor]) await visitor.enter(session)
  await school.api('Marta').cancel(session, 'The building is closed.')
  for (const visitor of [leila, noor]) {
    await expect(visitor.page.getByText(/The building is closed\./)).toBeVisible()
    await expect(visitor.page.getByRole('button', { name: 'Leave' })).toBeHidden()
  }
})

test('a class continues without interruption when its trainer is replaced, and the former trainer is out', async ({
  school,
  as,
}) => {
  const session = await school.session({
    trainer: 'Leïla',
    students: ['Noor', 'Mateo'],
    status: 'in_progress',
  })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [leila, noor, mateo]) await visitor.enter(session)
  const tomasz = await school.person('TRAINER', 'Tomasz')
  await school.api('Marta').replaceTrainer(session, tomasz.id)
  await expect(leila.page.getByRole('heading', { name: 'You’re no longer in this class' })).toBeVisible()
  await noor.expectMoving(noor.pictureOf('Mateo'))
  const substitute = await as('Tomasz')
  await substitute.enter(session)
  await noor.expectMoving(noor.pictureOf('Tomasz'))
})

/** Makes getUserMedia fail as it does without permission or device. */
async function refuseDevices(page: Page, fault: string): Promise<void> {
  await page.addInitScript((name) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused by the test', name))
  }, fault)
}

/** Holds back LiveKit's messages from the first publish request (field 4 of SignalRequest) until `answer` is called. */
async function holdPublications(page: Page) {
  const ADD_TRACK = 34
  const { promise: asked, resolve: hold } = Promise.withResolvers<void>()
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>()
  let isHeld = false
  await page.routeWebSocket(/\/rtc/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (typeof message !== 'string' && message[0] === ADD_TRACK) {
        isHeld = true
        hold()
      }
      server.send(message)
    })
    server.onMessage((message) => {
      if (isHeld) void mayAnswer.then(() => socket.send(message))
      else socket.send(message)
    })
  })
  return { asked, answer }
}
