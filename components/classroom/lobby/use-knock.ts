import { useEffect, useEffectEvent, useState } from 'react'
import type { Knocked } from '#lib/classroom/admission/api.ts'

/** Whoever is silent for 45 s is no longer at the door. */
const EVERY = 15_000

/** Says again and again that one waits to be let in; `failed`: our server does not answer. */
export function useKnock(
  isAtTheDoor: boolean,
  knock: () => Promise<Knocked>,
  onAdmitted: () => void,
): Knocked | 'failed' | null {
  const [knocked, setKnocked] = useState<Knocked | 'failed' | null>(null)
  const again = useEffectEvent(async () => {
    const answer = await knock().catch(() => 'failed' as const)
    setKnocked(answer)
    if (answer !== 'failed' && answer.admitted) onAdmitted()
  })
  useEffect(() => {
    if (!isAtTheDoor) return
    void again()
    const timer = setInterval(() => void again(), EVERY)
    return () => clearInterval(timer)
  }, [isAtTheDoor])
  return knocked
}
