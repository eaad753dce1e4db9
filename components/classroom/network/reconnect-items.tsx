import { CloudOff, Hand, Loader, Wifi, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Reconnecting } from '#components/classroom/room-state/entry-state.ts'
import { useHandPosition } from '#components/classroom/room-state/use-hands.ts'
import { ConnectionItem } from './connection-item.tsx'
import { useIsOnline } from './use-is-online.ts'

/**
 * Details during a reconnect: what responds and what doesn't, what the app is trying, and that the viewer's
 * hand stays raised.
 */
export function ReconnectItems({ entry, me }: { entry: Reconnecting; me: string }) {
  const t = useTranslations('network')
  const isOnline = useIsOnline()
  const handPosition = useHandPosition(me)
  const troubles = { server: t('serverAway'), classroom: t('classroomAway') }
  return (
    <>
      <ConnectionItem icon={isOnline ? <Wifi /> : <WifiOff />}>
        {isOnline ? t('deviceOnline') : t('deviceOffline')}
      </ConnectionItem>
      {entry.unreachable ? (
        <ConnectionItem icon={<CloudOff />}>{troubles[entry.unreachable]}</ConnectionItem>
      ) : null}
      <ConnectionItem icon={<Loader />}>{t('trying')}</ConnectionItem>
      {handPosition > 0 ? (
        <ConnectionItem icon={<Hand />}>{t('handStays', { place: handPosition })}</ConnectionItem>
      ) : null}
    </>
  )
}
