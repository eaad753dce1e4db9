import { describe, expect, test } from 'vitest'
import { classId as toClassId } from '#lib/kernel/ids.ts'
import type { NoticeContent } from '#lib/notices/facts.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import { startMailServer } from '#scripts/testing/mail-server.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { sendEmails } from './send-emails.ts'

/** A student in Berlin with two sessions of a class, and the headers of the e-mails that they receive. */
async function ready() {
  const school = await createSchool()
  const { letters, mail } = await startMailServer()
  const [noor, trainer] = [await school.person('STUDENT'), await school.person('TRAINER')]
  await school.database.user.update({ where: { id: noor.id }, data: { timeZone: 'Europe/Berlin' } })
  const classId = toClassId.parse(await school.course())
  await school.database.class.update({ where: { id: classId }, data: { title: 'TypeScript' } })
  const sessionIds = [await school.session({ classId }), await school.session({ classId })]
  const plan = {
    startsAt: '2026-12-08T17:00:00.000Z',
    endsAt: '2026-12-08T18:30:00.000Z',
    trainerId: trainer.id,
    locationId: null,
  }
  async function lettersOf(contents: NoticeContent[], now = new Date()) {
    for (const content of contents) {
      const notice = { ...content, userId: noor.id, key: crypto.randomUUID() }
      await writeNotices(school.system(now), [notice])
      await sendEmails({ ...school.system(), mail })
    }
    return letters.map((letter) => {
      const [head = ''] = letter.replace(/\r\n[ \t]+/g, ' ').split('\r\n\r\n')
      const header = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1]?.trim()
      return {
        subject: header('Subject'),
        id: header('Message-ID'),
        references: header('References'),
        inReplyTo: header('In-Reply-To'),
        zone: /Times are in (.+)\./.exec(letter)?.[1],
      }
    })
  }
  const about = (index: number, count = 1) => ({ classId, sessionId: sessionIds[index] ?? raise(), count })
  return { plan, about, lettersOf, classId }
}

function raise(): never {
  throw new Error('No such session')
}

describe('e-mails about sessions', () => {
  test('have the session and its date in the subject, and form one thread per session', async () => {
    const { plan, about, lettersOf } = await ready()
    const later = { ...plan, startsAt: '2026-12-09T17:00:00.000Z', endsAt: '2026-12-09T18:30:00.000Z' }
    const letters = await lettersOf([
      { kind: 'sessions_changed', facts: { ...about(0), was: plan, now: later } },
      { kind: 'sessions_cancelled', facts: { ...about(0), was: later, reason: 'Ill' } },
      { kind: 'seat_given', facts: { sessionId: about(0).sessionId, seatKind: 'online' } },
      { kind: 'sessions_cancelled', facts: { ...about(1), was: plan, reason: 'Ill' } },
    ])
    const thread = (index: number) => `<session.${about(index).sessionId}@school.test>`
    expect(letters.map(({ references }) => references)).toEqual([0, 0, 0, 1].map(thread))
    expect(letters.map(({ inReplyTo }) => inReplyTo)).toEqual([0, 0, 0, 1].map(thread))
    expect(new Set(letters.map(({ id }) => id)).size).toBe(4)
    const subjects = letters.map(({ subject }) => subject)
    expect(subjects[0]).toMatch(/^Rescheduled: TypeScript, now Wed 9 Dec( 2026)?, 18:00$/)
    expect(subjects[1]).toMatch(/^Cancelled: TypeScript, Wed 9 Dec( 2026)?, 18:00$/)
    expect(subjects[3]).toMatch(/^Cancelled: TypeScript, Tue 8 Dec( 2026)?, 18:00$/)
  })

  test('about several sessions or none are in no thread', async () => {
    const { plan, about, classId, lettersOf } = await ready()
    const letters = await lettersOf([
      { kind: 'sessions_cancelled', facts: { ...about(0, 2), was: plan, reason: 'Ill' } },
      { kind: 'enrolled', facts: { classId } },
    ])
    const nothing = { references: undefined, inReplyTo: undefined }
    expect(letters).toMatchObject([nothing, nothing])
  })
})

describe('an e-mail shows the zone', () => {
  const winter = { startsAt: '2026-12-08T17:00:00.000Z', endsAt: '2026-12-08T18:30:00.000Z' }
  const summer = { startsAt: '2027-06-08T16:00:00.000Z', endsAt: '2027-06-08T17:30:00.000Z' }
  const doubled = { startsAt: '2026-10-25T00:30:00.000Z', endsAt: '2026-10-25T02:00:00.000Z' }

  test.each([
    ['of a session in winter', winter, 'Europe/Berlin, CET'],
    ['of a session in summer', summer, 'Europe/Berlin, CEST'],
    ['by its id alone, if clocks change during the session', doubled, 'Europe/Berlin'],
  ])('%s, whenever it is written', async (_, span, zone) => {
    const { plan, about, lettersOf } = await ready()
    const facts = { ...about(0), was: { ...plan, ...span }, reason: 'Ill' }
    expect(await lettersOf([{ kind: 'sessions_cancelled', facts }])).toMatchObject([{ zone }])
  })

  test('by its id alone if a session moves across a clock change', async () => {
    const { plan, about, lettersOf } = await ready()
    const facts = { ...about(0), was: { ...plan, ...winter }, now: { ...plan, ...summer } }
    expect(await lettersOf([{ kind: 'sessions_changed', facts }])).toMatchObject([{ zone: 'Europe/Berlin' }])
  })

  test('of the day on which it is written if it has no date', async () => {
    const { classId, lettersOf } = await ready()
    const [letter] = await lettersOf([{ kind: 'enrolled', facts: { classId } }])
    expect(letter?.zone).toMatch(/^Europe\/Berlin, CES?T$/)
  })
})
