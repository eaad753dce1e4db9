import { expect, test } from 'vitest'
import type { Context } from '#lib/context/context.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { readSchedule } from './read-schedule.ts'

const zone = 'Pacific/Kiritimati'

/** The day in the zone (14 hours ahead of UTC) in `hours` hours. */
function dayIn(hours: number): string {
  return new Date(Date.now() + (hours + 14) * HOUR_MS).toISOString().slice(0, 10)
}

/** Hours from now to noon of the day after tomorrow in the zone. */
function hoursToNoon(): number {
  const hourThere = (Date.now() / HOUR_MS + 14) % 24
  return 48 + 12 - hourThere
}

async function idsOn(context: Context, day: string) {
  return (await readSchedule(context, { days: [day], zone })).sessions.map(({ id }) => id)
}

test('users see their own sessions of a day in their own zone', async () => {
  const school = await createSchool()
  const [leila, noor, others] = [
    await school.person('TRAINER'),
    await school.person('STUDENT'),
    await school.person('TRAINER'),
  ]
  const noon = hoursToNoon()
  const own = await school.session({ trainer: leila, students: [noor], startsInHours: noon })
  const foreign = await school.session({ trainer: others, startsInHours: noon + 0.1 })
  const day = dayIn(noon)
  expect(await idsOn(school.as(leila), day)).toEqual([own])
  expect(await idsOn(school.as(noor), day)).toEqual([own])
  expect(await idsOn(await school.asAdmin(), day)).toEqual([own, foreign])
  expect(await idsOn(await school.asAdmin(), dayIn(noon + 48))).toEqual([])
})

test('an empty schedule names the day of the next matching session', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const [leila, daniel] = [await school.person('TRAINER'), await school.person('TRAINER')]
  await school.session({ trainer: leila, startsInHours: 96 })
  await school.session({ trainer: daniel, startsInHours: 200 })
  const none = (trainerId: typeof leila.id) => readSchedule(admin, { days: [dayIn(24)], zone, trainerId })
  expect(await none(leila.id)).toEqual({ sessions: [], nextDay: dayIn(96) })
  expect(await none(daniel.id)).toEqual({ sessions: [], nextDay: dayIn(200) })
  expect(await none((await school.person('TRAINER')).id)).toEqual({ sessions: [], nextDay: null })
})
