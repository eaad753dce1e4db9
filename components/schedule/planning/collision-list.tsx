import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Avatar } from '#components/ui/avatar.tsx'
import type { Collision } from '#lib/kernel/refusal.ts'
import { formatDay, formatTimeRange } from '#lib/time/format.ts'

/** The colliding sessions, with the names of the students concerned. */
export function CollisionList({ collisions, zone }: { collisions: Collision[]; zone: string }) {
  const t = useTranslations('admin.collisions')
  return (
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
  )
}
