import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useRoomState, useRoomStateStore } from '#components/classroom/room-state/room-services.ts'
import { PanelHead } from '#components/classroom/ui/panel-head.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { PairDisplay } from './pair-display.tsx'
import { PairedDisplay } from './paired-display.tsx'
import { createPairingApi } from './pairing-api.ts'

type RoomDisplayPanelProps = { session: SessionDetail; zone: string; onClose: () => void }

/** Panel that pairs the room display by its code, and controls it once it is paired. */
export function RoomDisplayPanel({ session, zone, onClose }: RoomDisplayPanelProps) {
  const t = useTranslations('roomDisplay.panel')
  const roomState = useRoomStateStore()
  const display = useRoomState((state) => state.roomDisplay, null)
  const api = useMemo(() => createPairingApi(session.id, roomState.expect), [session.id, roomState])
  return (
    <>
      <PanelHead title={t('title')} onClose={onClose} />
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {display ? <PairedDisplay display={display} zone={zone} api={api} /> : <PairDisplay api={api} />}
      </div>
    </>
  )
}
