import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFollower, useRoomState } from '#components/classroom/follow/class-context.ts'
import { PairHall } from '#components/classroom/hall/pair-hall.tsx'
import { PairedHall } from '#components/classroom/hall/paired-hall.tsx'
import { createPairingApi } from '#components/classroom/hall/pairing-api.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'

type HallPanelProps = { session: SessionDetail; zone: string; onClose: () => void }

/** The room's screen: bringing it in by its code, and what can be done with it once it is there. */
export function HallPanel({ session, zone, onClose }: HallPanelProps) {
  const t = useTranslations('hall.panel')
  const panel = useTranslations('order.panel')
  const follower = useFollower()
  const hall = useRoomState((state) => state.hall, null)
  const api = useMemo(
    () => createPairingApi(session.id, () => void follower.refresh()),
    [session.id, follower],
  )
  return (
    <>
      <header className="flex h-12 flex-none items-center justify-between border-b pr-2 pl-4">
        <h2 className="font-semibold">{t('title')}</h2>
        <IconButton label={panel('close')} icon={<X />} onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {hall ? <PairedHall hall={hall} zone={zone} api={api} /> : <PairHall api={api} />}
      </div>
    </>
  )
}
