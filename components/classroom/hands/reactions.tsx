import { useRoomContext } from '@livekit/components-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useRoomStateStore } from '#components/classroom/room-state/room-services.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'
import type { Reaction } from '#lib/kernel/enums.ts'
import { companionIdentityOf } from '#lib/livekit/ids.ts'
import { reactionEmoji } from './reaction-emoji.ts'

const SHOWN_FOR_MS = 5_000
const MOST = 4

type Shown = { key: number; name: string; reaction: Reaction }

/** The latest reactions, shown briefly at the bottom of the stage. */
export function Reactions() {
  const t = useTranslations('moderation.react')
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
            {reactionEmoji[reaction]}
          </span>
          <span aria-hidden="true">{firstName(name)}</span>
        </li>
      ))}
    </ul>
  )
}

function useReactions(): Shown[] {
  const roomState = useRoomStateStore()
  const room = useRoomContext()
  const [shown, setShown] = useState<Shown[]>([])
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>()
    let key = 0
    const stop = roomState.on('reaction', ({ userId, reaction }) => {
      const sender =
        room.getParticipantByIdentity(userId) ?? room.getParticipantByIdentity(companionIdentityOf(userId))
      const name = sender?.name ?? ''
      key += 1
      const added = { key, name, reaction }
      setShown((before) => [...before, added].slice(-MOST))
      const timer = setTimeout(() => {
        timers.delete(timer)
        setShown((before) => before.filter((other) => other !== added))
      }, SHOWN_FOR_MS)
      timers.add(timer)
    })
    return () => {
      stop()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [roomState, room])
  return shown
}
