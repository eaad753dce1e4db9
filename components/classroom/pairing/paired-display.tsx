import { Check, MicOff, Projector, Users, Video, Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useState } from 'react'
import { Failure } from '#components/classroom/ui/failure.tsx'
import { useAttempt } from '#components/classroom/ui/use-attempt.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import type { RoomState } from '#lib/classroom/room/api.ts'
import { formatTime } from '#lib/time/format.ts'
import type { PairingApi } from './pairing-api.ts'

type PairedDisplayProps = { display: NonNullable<RoomState['roomDisplay']>; zone: string; api: PairingApi }

/** Status of the paired room display, with buttons to mute and remove it. */
export function PairedDisplay({ display, zone, api }: PairedDisplayProps) {
  const t = useTranslations('roomDisplay.panel')
  const [wasMuted, setWasMuted] = useState(false)
  const mute = useAttempt(
    useCallback(async () => {
      await api.mute()
      setWasMuted(true)
    }, [api]),
  )
  const unpair = useAttempt(api.unpair)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-start justify-between">
        <span className="grid size-10 place-items-center rounded-[12px] bg-ok-soft text-ok-text [&>svg]:size-5 [&>svg]:stroke-[1.75]">
          <Projector aria-hidden="true" />
        </span>
        <Badge tone="ok" icon={<Check aria-hidden="true" />}>
          {t('paired')}
        </Badge>
      </div>
      <div role="status">
        <p className="font-semibold">{t('inClass', { room: display.name })}</p>
        <p className="text-sm text-text-2">{t('since', { time: formatTime(display.since, zone) })}</p>
      </div>
      <ul className="flex flex-col gap-2 rounded-[12px] bg-sunken px-3.5 py-2.5 text-sm">
        <Fact icon={<Volume2 />}>{t('plays')}</Fact>
        <Fact icon={<Video />}>{t('shows')}</Fact>
        <Fact icon={<Users />}>{t('nobody')}</Fact>
      </ul>
      <div aria-live="polite">
        {wasMuted ? (
          <p className="flex items-center gap-2 text-sm">
            <MicOff aria-hidden="true" className="size-4 flex-none" />
            {t('muted')}
          </p>
        ) : null}
      </div>
      <Failure failure={mute.failure ?? unpair.failure} />
      <div className="flex flex-wrap gap-2">
        <Button busy={mute.busy} onClick={() => void mute.run()}>
          {t('mute')}
        </Button>
        <Button variant="danger-quiet" busy={unpair.busy} onClick={() => void unpair.run()}>
          {t('unpair')}
        </Button>
      </div>
    </div>
  )
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2.5 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:flex-none [&>svg]:text-text-2">
      {icon}
      {children}
    </li>
  )
}
