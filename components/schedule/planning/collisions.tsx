'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Failure } from '#components/forms/use-action.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Collision } from '#lib/http/refusal.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'

type CollisionsProps = {
  collisions: Collision[]
  zone: string
  onSeatAnyway: () => void
  busy: boolean
}

/** What stands in the way, session by session; students may be seated all the same, trainers never. */
export function Collisions({ collisions, zone, onSeatAnyway, busy }: CollisionsProps) {
  const t = useTranslations('admin.collisions')
  const ofTrainer = collisions.filter(({ kind }) => kind === 'trainer')
  const students = new Set(
    collisions.filter(({ kind }) => kind === 'student').flatMap(({ people }) => people.map(({ id }) => id)),
  )
  const trainer = ofTrainer[0]?.people[0]?.name
  return (
    <section className="flex flex-col gap-3">
      <Banner tone="failure" icon={<CircleAlert />}>
        <b className="font-semibold">
          {trainer ? t('trainer', { people: trainer }) : t('student', { count: students.size })}
        </b>
        <span className="block text-sm">{trainer ? t('trainerNote') : t('studentNote')}</span>
      </Banner>
      <ul className="flex flex-col">
        {collisions.map((collision) => (
          <li key={collision.sessionId} className="border-t py-2.5 first:border-t-0">
            <Link href={`/sessions/${collision.sessionId}`} target="_blank" className="link">
              {collision.title}
            </Link>
            <span className="block text-sm text-text-2 tabular-nums">
              {t('row', {
                day: formatDay(collision.startsAt, zone),
                time: formatTimeRange(collision.startsAt, collision.endsAt, zone),
              })}
            </span>
            {collision.kind === 'student' ? (
              <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1.5">
                {collision.people.map((person) => (
                  <li key={person.id} className="flex items-center gap-2">
                    <Avatar id={person.id} name={person.name} size="sm" />
                    {person.name}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
      {students.size > 0 && !trainer ? (
        <Button busy={busy} onClick={onSeatAnyway}>
          {t('anyway')}
        </Button>
      ) : null}
    </section>
  )
}

/** The collisions of a failed action, where that is what it failed with. */
export function explainCollisions(zone: string) {
  return function explain({ collisions }: Failure, again: (added: object) => void, busy: boolean) {
    if (!collisions || collisions.length === 0) return null
    return (
      <Collisions
        collisions={collisions}
        zone={zone}
        busy={busy}
        onSeatAnyway={() => again({ allowOverlap: true })}
      />
    )
  }
}
