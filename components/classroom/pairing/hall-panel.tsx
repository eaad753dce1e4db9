import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFollower, useRoomState } from '#components/classroom/room-state/class-context.ts'
import { PanelHead } from '#components/classroom/ui/panel-head.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { PairHall } from './pair-hall.tsx'
import { PairedHall } from './paired-hall.tsx'
import { createPairingApi } from './pairing-api.ts'

type HallPanelProps = { session: SessionDetail; zone: string; onClose: () => void }

/** The room's screen: bringing it in by its code, and what can be done with it once it is there. */
export function HallPanel({ session, zone, onClose }: HallPanelProps) {
  const t = useTranslations('hall.panel')
  const follower = useFollower()
  const hall = useRoomState((state) => state.hall, null)
  const api = useMemo(
    () => createPairingApi(session.id, () => void follower.refresh()),
    [session.id, follower],
  )
  return (
    <>
      <PanelHead title={t('title')} onClose={onClose} />
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {hall ? <PairedHall hall={hall} zone={zone} api={api} /> : <PairHall api={api} />}
      </div>
    </>
  )
}
