'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Failure } from '#components/forms/use-action.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Collision } from '#lib/kernel/refusal.ts'
import { CollisionList } from './collision-list.tsx'

type CollisionsProps = {
  collisions: Collision[]
  zone: string
  onSeatAnyway: () => void
  busy: boolean
}

/** The collisions by session. Students may get a seat despite one; trainers may not be double-booked. */
export function Collisions({ collisions, zone, onSeatAnyway, busy }: CollisionsProps) {
  const t = useTranslations('admin.collisions')
  const ofTrainer = collisions.filter(({ kind }) => kind === 'trainer')
  const students = new Set(
    collisions.filter(({ kind }) => kind === 'student').flatMap(({ people }) => people.map(({ id }) => id)),
  )
  const trainer = ofTrainer[0]?.people[0]?.name
  const ofLocation = collisions.some(({ kind }) => kind === 'location')
  const kind = trainer ? 'trainer' : ofLocation ? 'location' : 'student'
  return (
    <section className="flex flex-col gap-3">
      <Banner tone="failure" icon={<CircleAlert />}>
        <b className="font-semibold">{t(kind, { people: trainer ?? '', count: students.size })}</b>
        <span className="block text-sm">{t(`${kind}Note`)}</span>
      </Banner>
      <CollisionList collisions={collisions} zone={zone} />
      {kind === 'student' ? (
        <Button busy={busy} onClick={onSeatAnyway}>
          {t('anyway')}
        </Button>
      ) : null}
    </section>
  )
}

/** Shows the collisions of a failed action; null for other failures. */
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
