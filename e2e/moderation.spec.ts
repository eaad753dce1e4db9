import { expect } from '@playwright/test'
import { joinWithToken, publishVoice } from './device.ts'
import { expectNoViolations } from './expect-no-violations.ts'
import { expectToFit } from './expect-to-fit.ts'
import { test } from './fixtures.ts'

test('the trainer mutes all in two clicks, then stops a camera and a screen share; students are informed and may unmute', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [leila, noor, mateo]) {
    await visitor.enter(session)
    await visitor.unmute()
  }
  const people = leila.panel
  for (const name of ['Noor', 'Mateo']) {
    await expect(people.getByText(name, { exact: true })).toBeVisible()
    await expect(people.getByRole('img', { name: `${name} is muted` })).toBeHidden()
  }
  await expectNoViolations(leila.page)
  await leila.press('Mute all')
  await leila.page
    .getByRole('menuitem', { name: /^Mute all/ })
    .first()
    .click()
  for (const student of [noor, mateo]) {
    await student.expectMuted()
    await expect(student.page.getByText('Your trainer muted you.')).toBeVisible()
  }
  await expect(leila.controls.getByRole('button', { name: 'Mute', exact: true })).toBeVisible()
  await expect(people.getByRole('img', { name: /Noor.*muted/i })).toBeVisible()
  await expectNoViolations(noor.page)

  await noor.page.getByRole('status').getByRole('button', { name: 'Unmute' }).click()
  await expect(noor.page.getByText('Your trainer muted you.')).toBeHidden()
  await expect(people.getByRole('img', { name: /Noor.*muted/i })).toBeHidden()

  // Muting Noor alone: Mateo stays unmuted.
  await mateo.unmute()
  await expect(people.getByRole('img', { name: /Mateo.*muted/i })).toBeHidden()
  await leila.actOnPerson('Noor', 'Mute')
  await noor.expectMuted()
  await expect(people.getByRole('img', { name: /Noor.*muted/i })).toBeVisible()
  await noor.unmute()
  await expect(people.getByRole('img', { name: /Noor.*muted/i })).toBeHidden()
  await expect(people.getByRole('img', { name: /Mateo.*muted/i })).toBeHidden()
  await expect(mateo.controls.getByRole('button', { name: 'Mute', exact: true })).toBeVisible()

  // A single camera, with the keyboard.
  await people.getByRole('button', { name: 'Actions for Noor' }).press('Enter')
  await leila.page.getByRole('menuitem', { name: 'Stop video' }).press('Enter')
  await expect(noor.page.getByText('Your trainer stopped your video.')).toBeVisible()
  await expect(leila.pictureOf('Noor')).toBeHidden()

  await noor.press('Share')
  const refusal = noor.page.getByText(/^Only Leïla can share a screen/)
  await expect(refusal).toBeVisible()
  await leila.actOnPerson('Noor', 'Allow screen sharing')
  await expect(refusal).toBeHidden()
  await noor.press('Share')
  await leila.expectMoving(leila.screenOf('Noor'))
  await leila.actOnPerson('Noor', 'Stop screen sharing')
  await expect(noor.page.getByText('Your trainer stopped your screen sharing.')).toBeVisible()
  await expect(leila.screenOf('Noor')).toBeHidden()
  await expect(noor.controls.getByRole('button', { name: 'Share', exact: true })).toBeVisible()

  // A student's own mute is not attributed to the trainer.
  await noor.press('Mute')
  await noor.expectMuted()
  await expect(noor.page.getByText('Your trainer muted you.')).toBeHidden()
})

test('students cannot moderate, neither on the page nor through the API', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [leila, noor, mateo]) await visitor.enter(session)
  await mateo.unmute()
  await expect(noor.panel.getByText('Mateo', { exact: true })).toBeVisible()
  await expect(noor.controls.getByRole('button', { name: 'Mute all' })).toHaveCount(0)
  await noor.panel.getByRole('button', { name: 'Actions for Mateo' }).click()
  await expect(noor.page.getByRole('menuitem', { name: 'Pin for me' })).toBeVisible()
  await expect(noor.page.getByRole('menuitem')).toHaveCount(1)
  const { id: userId } = school.personCalled('Mateo')
  // Students cannot take back his floor either.
  await school.api('Leïla').send('POST', `/api/v1/sessions/${session}/floor`, { userId })
  const acts: [method: string, path: string, body?: object][] = [
    ['POST', 'mutes', { source: 'microphone' }],
    ['PATCH', 'locks', { locks: { microphone: true } }],
    ['POST', 'spotlight', { userId }],
    ['POST', 'assistants', { userId, assistantPermissions: ['mute'] }],
    ['POST', 'removals', { userId }],
    ['DELETE', `removals/${userId}`],
    ['POST', 'admissions', { userIds: [userId] }],
    ['POST', 'reminders', { userIds: [userId] }],
    ['POST', 'floor', { userId }],
    ['DELETE', 'floor'],
    ['DELETE', 'hands'],
    ['DELETE', `hands/${userId}`],
    ['DELETE', 'pace'],
    ['POST', 'room-display', { code: 'KX49TM' }],
    ['POST', 'room-display/mute'],
    ['DELETE', 'room-display'],
    ['POST', 'start'],
    ['POST', 'end'],
  ]
  for (const [method, path, body] of acts) {
    const answer = await school.api('Noor').send(method, `/api/v1/sessions/${session}/${path}`, body)
    expect([method, path, answer.status]).toEqual([method, path, 403])
  }
  await expect(leila.panel.getByRole('img', { name: /Mateo.*muted/i })).toBeHidden()
  await expect(mateo.controls.getByRole('button', { name: 'Mute', exact: true })).toBeVisible()
})

test('all participants see the same hand queue; the floor is passed on, and a late student sees the current state', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo', 'Yuki'] })
  const [leila, noor, mateo, yuki] = [
    await as('Leïla'),
    await as('Noor'),
    await as('Mateo'),
    await as('Yuki'),
  ]
  for (const visitor of [leila, noor, mateo]) await visitor.enter(session)
  // Raised with one click, and with one key.
  await mateo.press('Raise hand')
  await expect(leila.hands).toHaveText([/Mateo/])
  await noor.page.keyboard.press('h')
  for (const visitor of [leila, noor, mateo]) await expect(visitor.hands).toHaveText([/Mateo/, /Noor/])
  await expect(noor.page.getByText('Your hand is up. You’re 2nd in the queue.')).toBeAttached()
  await expectNoViolations(noor.page)
  await yuki.enter(session)
  await expect(yuki.hands).toHaveText([/Mateo/, /Noor/])

  // The next student in the queue gets the floor.
  await leila.page.keyboard.press('n')
  await expect(
    mateo.page.getByText('You have the floor: it’s your turn to speak', { exact: true }),
  ).toBeVisible()
  for (const visitor of [leila, yuki]) {
    await expect(visitor.panel.getByText('Mateo has the floor')).toBeVisible()
    await expect(visitor.hands).toHaveText([/Noor/])
    // The current speaker takes the trainer's position on the stage.
    await expect(visitor.page.getByText('Has the floor', { exact: true })).toBeVisible()
  }
  await mateo.page.getByRole('status').getByRole('button', { name: 'Unmute' }).click()
  await expect(leila.panel.getByRole('img', { name: /Mateo.*muted/i })).toBeHidden()
  await expectNoViolations(leila.page)
  await expectNoViolations(mateo.page)
  await leila.panel.getByRole('button', { name: 'Take back the floor' }).click()
  await mateo.expectMuted()
  await expect(
    mateo.page.getByText('You have the floor: it’s your turn to speak', { exact: true }),
  ).toBeHidden()

  // On a phone the queue is above the stage while no panel is open.
  await leila.page.setViewportSize({ width: 390, height: 844 })
  await leila.page.getByRole('button', { name: 'Close panel' }).click()
  const stage = leila.page.getByRole('region', { name: 'Main view' })
  await expect(stage.getByRole('listitem').filter({ hasText: 'Give the floor' })).toHaveText([/Noor/])
  await expectNoViolations(leila.page)
  await expectToFit(leila.page)
  await stage.getByRole('button', { name: 'Give the floor to Noor' }).click()
  await expect(
    noor.page.getByText('You have the floor: it’s your turn to speak', { exact: true }),
  ).toBeVisible()
  await expect(stage.getByRole('region', { name: 'Raised hands' })).toBeHidden()
  await noor.page.getByRole('button', { name: 'I’m done' }).click()
  // A student lowers their own hand with one click.
  await noor.press('Raise hand')
  await expect(yuki.hands).toHaveText([/Noor/])
  await noor.press('Lower hand')
  await expect(yuki.hands).toHaveCount(0)
  await noor.press('Raise hand')

  // On a tablet the button to end the class is not cut off.
  await leila.page.setViewportSize({ width: 768, height: 1024 })
  await expect(leila.controls.getByRole('button', { name: 'End class' })).toBeInViewport({ ratio: 1 })
  await leila.page.setViewportSize({ width: 1280, height: 720 })
  await leila.page.keyboard.press('p')

  // The trainer lowers a hand within two clicks: one if the panel is open.
  await leila.panel.getByRole('button', { name: 'Lower Noor’s hand' }).click()
  await expect(noor.hands).toHaveCount(0)
  for (const student of [noor, yuki]) await student.press('Raise hand')
  await leila.panel.getByRole('tab', { name: /Hands/ }).click()
  await leila.panel.getByRole('button', { name: 'Lower all hands' }).click()
  await expect(leila.panel.getByText('No raised hands')).toBeVisible()
  await expect(yuki.hands).toHaveCount(0)
})

test('all participants see reactions for a moment; only the trainer sees pace feedback, without names', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [leila, noor, mateo]) await visitor.enter(session)
  await noor.press('React')
  await noor.page.getByRole('menuitem', { name: 'Applause' }).click()
  for (const visitor of [leila, mateo])
    await expect(visitor.page.getByRole('listitem', { name: 'Noor: Applause' })).toBeVisible()
  await noor.press('React')
  await expectNoViolations(noor.page)
  await noor.page.getByRole('menuitemradio', { name: 'I’m lost' }).click()
  await expect(leila.panel.getByText('1 is lost')).toBeVisible()
  // A later update has arrived, so Mateo would have seen an earlier one.
  await noor.press('Raise hand')
  await expect(mateo.hands).toHaveText([/Noor/])
  await expect(mateo.page.getByText('1 is lost')).toHaveCount(0)
  await leila.panel.getByRole('button', { name: 'Clear' }).click()
  await expect(leila.panel.getByText('1 is lost')).toBeHidden()
  for (const visitor of [leila, mateo])
    await expect(visitor.page.getByRole('listitem', { name: 'Noor: Applause' })).toBeHidden()
})

test('locks apply at once, also to late students and older tokens; exceptions and the current speaker are exempt', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo', 'Yuki'] })
  const [leila, noor, mateo, yuki] = [
    await as('Leïla'),
    await as('Noor'),
    await as('Mateo'),
    await as('Yuki'),
  ]
  for (const visitor of [leila, noor, mateo]) {
    await visitor.enter(session)
    await visitor.unmute()
  }
  // Screen sharing is locked by default.
  await noor.press('Share')
  await expect(noor.page.getByText(/Only Leïla can share a screen/)).toBeVisible()
  await expectNoViolations(noor.page)

  const olderToken = await school.api('Yuki').roomToken(session)
  await leila.press('Locks')
  await expectNoViolations(leila.page)
  await leila.panel.getByRole('switch', { name: /Microphones/ }).click()
  for (const student of [noor, mateo]) await student.expectMuted()
  await noor.press('Unmute')
  await expect(noor.page.getByText(/Microphones are locked/)).toBeVisible()
  await noor.expectMuted()
  await leila.press('People')
  await publishVoice(await joinWithToken(olderToken))
  await expect(leila.panel.getByRole('img', { name: /Yuki is muted. Locked/ })).toBeVisible()
  await leila.press('Locks')
  await yuki.enter(session)
  await yuki.press('Unmute')
  await expect(yuki.page.getByText(/Microphones are locked/)).toBeVisible()

  await leila.panel.getByRole('button', { name: 'Add exception for Microphones' }).click()
  await leila.page.getByRole('menuitem', { name: 'Noor' }).click()
  await expect(noor.page.getByText(/Microphones are locked/)).toBeHidden()
  await noor.press('Unmute')
  await leila.press('People')
  await expect(leila.panel.getByRole('img', { name: /Noor.*muted/i })).toBeHidden()
  await expect(leila.panel.getByRole('img', { name: /Mateo is muted. Locked/ })).toBeVisible()

  // The current speaker may unmute.
  await leila.actOnPerson('Mateo', 'Give the floor')
  await mateo.page.getByRole('status').getByRole('button', { name: 'Unmute' }).click()
  await expect(leila.panel.getByRole('img', { name: /Mateo.*muted/i })).toBeHidden()

  // A lock stops a camera, which can start again after unlocking.
  await leila.expectMoving(leila.pictureOf('Noor'))
  await leila.press('Locks')
  await leila.panel.getByRole('switch', { name: /Cameras/ }).click()
  await expect(leila.pictureOf('Noor')).toBeHidden()
  await noor.press('Start video')
  await expect(noor.page.getByText(/Cameras are locked/)).toBeVisible()
  await leila.panel.getByRole('button', { name: 'Unlock all' }).click()
  await expect(noor.page.getByText(/Cameras are locked/)).toBeHidden()
  await noor.press('Start video')
  await leila.expectMoving(leila.pictureOf('Noor'))
  await yuki.unmute()
  await leila.press('People')
  await expect(leila.panel.getByRole('img', { name: /Yuki.*muted/i })).toBeHidden()

  // A change for which no event arrives.
  const { id: spotlightId } = school.personCalled('Mateo')
  await expect(noor.page.getByText('Pinned for everyone')).toHaveCount(0)
  await school.database.classroom.update({
    where: { sessionId: session },
    data: { spotlightId, number: { increment: 1 } },
  })
  await expect(noor.page.getByText('Pinned for everyone')).toBeVisible()
})

test('students see that the class has not started until a trainer joins', async ({ school, as }) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo'] })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  for (const visitor of [noor, mateo]) await visitor.enter(session)
  await expect(noor.page.getByText('Waiting for your trainer to start the class')).toBeVisible()
  await expect(noor.page.getByText('2 people are here.')).toBeVisible()
  await expectNoViolations(noor.page)
  await expect(noor.pictureOf('Mateo')).toHaveCount(0)
  await noor.panel.getByRole('tab', { name: 'Chat' }).click()
  await expect(noor.panel.getByRole('button', { name: 'Message Leïla privately' })).toBeVisible()
  await expect(noor.panel.getByRole('textbox')).toHaveCount(0)
  await leila.enter(session)
  await expect(noor.page.getByText('Waiting for your trainer to start the class')).toHaveCount(0)
  await expect(noor.panel.getByRole('textbox', { name: 'Message everyone' })).toBeVisible()
  await noor.expectMoving(noor.pictureOf('Mateo'))
  await leila.expectMoving(leila.pictureOf('Noor'))
})

test('the lobby shows waiting students, keeps them after a reload, and admits them with one click', async ({
  school,
  as,
}) => {
  const inClass = await school.course('ONLINE', 20, { admission: 'lobby' })
  const session = await school.session({
    trainer: 'Leïla',
    students: ['Noor', 'Mateo', 'Yuki'],
    classId: inClass,
  })
  const [leila, noor, mateo] = [await as('Leïla'), await as('Noor'), await as('Mateo')]
  await leila.enter(session)
  await noor.openPreview(session)
  await noor.page.getByRole('button', { name: 'Join class' }).click()
  await expect(noor.page.getByText('Waiting for Leïla to let you in')).toBeVisible()
  await expect(noor.page.getByText('You’re 1st of 1 in the lobby.')).toBeVisible()
  await expectNoViolations(noor.page)
  const token = await school.api('Noor').send('POST', `/api/v1/admin/sessions/${session}/livekit-token`)
  expect([token.status, (await token.json()).error.code]).toEqual([400, 'session_not_accessible'])
  await expect(leila.panel.getByText('1 person in the lobby')).toBeVisible()
  await noor.page.reload()
  await expect(noor.page.getByText('You’re 1st of 1 in the lobby.')).toBeVisible()
  await mateo.openPreview(session)
  await mateo.page.getByRole('button', { name: 'Join class' }).click()
  await expect(leila.panel.getByText('2 people in the lobby')).toBeVisible()
  await expectNoViolations(leila.page)
  await leila.panel.getByRole('button', { name: 'Admit Noor' }).click()
  await noor.expectInside()
  await leila.page.keyboard.press('a')
  await mateo.expectInside()
  await expect(leila.panel.getByText(/in the lobby/i)).toHaveCount(0)
  await leila.expectMoving(leila.pictureOf('Noor'))
  // The missing student is reminded with one click.
  await leila.panel.getByRole('button', { name: 'Remind the student who isn’t here' }).click()
  await expect(leila.panel.getByText('Reminder sent', { exact: true })).toBeVisible()
  const yuki = await as('Yuki')
  await yuki.page.goto('/notices')
  await expect(yuki.page.getByText(/Leïla is waiting for you/)).toBeVisible()
})

test('a student assists, a student is spotlighted, and a removed student sees the reason and stays out', async ({
  school,
  as,
}) => {
  const session = await school.session({ trainer: 'Leïla', students: ['Noor', 'Mateo', 'Yuki'] })
  const [leila, noor, mateo, yuki] = [
    await as('Leïla'),
    await as('Noor'),
    await as('Mateo'),
    await as('Yuki'),
  ]
  for (const visitor of [leila, noor, mateo, yuki]) await visitor.enter(session)
  await leila.expectListed('Noor', 'Mateo', 'Yuki')
  await leila.actOnPerson('Noor', 'Make assistant…')
  await expectNoViolations(leila.page)
  await leila.panel.getByRole('button', { name: 'Make assistant' }).click()
  await expect(noor.page.getByText(/You’re an assistant in this class/)).toBeVisible()
  await mateo.unmute()
  await noor.press('Mute all')
  await noor.page
    .getByRole('menuitem', { name: /^Mute all/ })
    .first()
    .click()
  await mateo.expectMuted()

  await leila.actOnPerson('Yuki', 'Pin for everyone')
  await expect(mateo.page.getByText('Pinned for everyone')).toBeVisible()
  await expect(mateo.page.locator('[data-size=large] video[aria-label="Yuki’s video"]')).toBeVisible()

  const token = await school.api('Mateo').roomToken(session)
  const device = await joinWithToken(token)
  await expect(mateo.page.getByText('The class is open in another tab or on another device')).toBeVisible()
  expect(device.isConnected).toBe(true)
  await leila.actOnPerson('Mateo', 'Remove from class…')
  const dialog = leila.page.getByRole('alertdialog')
  await dialog.getByRole('radio', { name: 'Disrupting the class' }).check()
  await dialog.getByRole('textbox').fill('Music over the class, after two requests.')
  await expectNoViolations(leila.page)
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(mateo.page.getByText('“Music over the class, after two requests.”')).toBeVisible()
  await expectNoViolations(mateo.page)
  await expect.poll(() => device.isConnected).toBe(false)
  const again = await joinWithToken(token)
  await expect.poll(() => again.isConnected).toBe(false)
  const second = await as('Mateo')
  await second.page.goto(`/sessions/${session}/room`)
  await expect(second.page.getByText('Leïla removed you from this class')).toBeVisible()
  await leila.panel.getByRole('button', { name: 'Allow Mateo to rejoin' }).click()
  await second.page.getByRole('button', { name: 'Rejoin' }).click()
  await second.expectInside()
})
