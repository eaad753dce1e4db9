import { CloudOff, Hand, Loader, Wifi, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Returning } from '#components/classroom/connection/entry-state.ts'
import { usePlaceInLine } from '#components/classroom/room-state/use-hands.ts'
import { Line } from './line.tsx'
import { useIsOnline } from './use-is-online.ts'

/** Cut off: what answers and what does not, what is tried, and that one's hand stays up. */
export function TriedLines({ entry, me }: { entry: Returning; me: string }) {
  const t = useTranslations('network')
  const isOnline = useIsOnline()
  const place = usePlaceInLine(me)
  const troubles = { server: t('serverAway'), classroom: t('classroomAway') }
  return (
    <>
      <Line icon={isOnline ? <Wifi /> : <WifiOff />}>
        {isOnline ? t('deviceOnline') : t('deviceOffline')}
      </Line>
      {entry.trouble ? <Line icon={<CloudOff />}>{troubles[entry.trouble]}</Line> : null}
      <Line icon={<Loader />}>{t('trying')}</Line>
      {place > 0 ? <Line icon={<Hand />}>{t('handStays', { place })}</Line> : null}
    </>
  )
}
