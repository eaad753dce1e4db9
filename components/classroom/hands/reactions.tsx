import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useRoom } from '#components/classroom/livekit/room-context.ts'
import { useFollower } from '#components/classroom/room-state/class-context.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'
import type { Reaction } from '#lib/kernel/enums.ts'
import { companionOf } from '#lib/livekit/ids.ts'
import { signs } from './reaction-signs.ts'

const SHOWN_FOR = 5_000
const MOST = 4

type Shown = { key: number; name: string; reaction: Reaction }

/** The latest reactions, for a moment, at the foot of the stage. */
export function Reactions() {
  const t = useTranslations('order.react')
  const shown = useReactions()
  return (
    <ul
      aria-live="polite"
      data-theme="dark"
      className="pointer-events-none absolute bottom-3 left-3 z-10 flex flex-col items-start gap-1.5"
    >
      {shown.map(({ key, name, reaction }) => (
        <li
          key={key}
          aria-label={t('said', { name, reaction: t(reaction) })}
          className="flex items-center gap-2 rounded-full bg-[rgb(10_13_26/.82)] py-1 pr-3 pl-2 text-sm font-medium text-[#f6f1e9]"
        >
          <span aria-hidden="true" className="text-lg leading-none">
            {signs[reaction]}
          </span>
          <span aria-hidden="true">{firstName(name)}</span>
        </li>
      ))}
    </ul>
  )
}

function useReactions(): Shown[] {
  const follower = useFollower()
  const room = useRoom()
  const [shown, setShown] = useState<Shown[]>([])
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>()
    let key = 0
    const stop = follower.on('reaction', ({ userId, reaction }) => {
      const sender =
        room.getParticipantByIdentity(userId) ?? room.getParticipantByIdentity(companionOf(userId))
      const name = sender?.name ?? ''
      key += 1
      const one = { key, name, reaction }
      setShown((before) => [...before, one].slice(-MOST))
      const timer = setTimeout(() => {
        timers.delete(timer)
        setShown((before) => before.filter((other) => other !== one))
      }, SHOWN_FOR)
      timers.add(timer)
    })
    return () => {
      stop()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [follower, room])
  return shown
}
