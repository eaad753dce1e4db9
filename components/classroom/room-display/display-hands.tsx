import { MapPin, Mic, Monitor } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { QrCode } from '#components/ui/qr-code.tsx'
import type { Hand, RoomState } from '#lib/classroom/room/api.ts'
import type { RoomDisplayView } from '#lib/classroom/room-display/api.ts'

/** Single queue of hands for online and in-person students, with a hint on how to join it. */
export function DisplayHands({
  displayView,
  state: { hands, floor },
}: {
  displayView: RoomDisplayView
  state: RoomState
}) {
  const t = useTranslations('roomDisplay')
  const companion = `${location.origin}/sessions/${displayView.sessionId}/companion`
  return (
    <aside className="flex min-h-0 flex-col gap-4">
      <section
        aria-label={t('hands')}
        className="min-h-0 flex-1 overflow-y-auto rounded-[18px] border bg-surface px-5.5 py-5"
      >
        <h2 className="text-[1.375rem] font-semibold">{t('hands')}</h2>
        <p role="status" className="flex items-center gap-2 text-lg text-text-2 not-empty:pt-2">
          {floor ? (
            <>
              <Mic aria-hidden="true" className="size-5" />
              {t('hasFloor', { name: floor.name })}
            </>
          ) : null}
        </p>
        {hands.length > 0 ? (
          <ol className="mt-2">
            {hands.map((hand, index) => (
              <HandRow key={hand.userId} hand={hand} position={index + 1} />
            ))}
          </ol>
        ) : (
          <p className="pt-2 text-lg text-text-2">{t('noHands')}</p>
        )}
      </section>
      <section className="flex items-center gap-4.5 rounded-[18px] border bg-surface p-4">
        <QrCode
          text={companion}
          label={t('takePartCode')}
          className="hidden size-33 flex-none rounded-[12px] sm:block"
        />
        <div>
          <h2 className="text-lg font-semibold">{t('takePart')}</h2>
          <p className="text-text-2">{t('takePartHint', { address: location.host })}</p>
        </div>
      </section>
    </aside>
  )
}

function HandRow({ hand: { name, seatKind }, position }: { hand: Hand; position: number }) {
  const t = useTranslations('roomDisplay')
  return (
    <li className="flex items-center gap-4 border-t py-3 first:border-0">
      <span
        className={`size-10 flex-none rounded-[12px] text-center text-[1.375rem] leading-10 font-semibold tabular-nums ${position === 1 ? 'bg-primary text-on-primary' : 'bg-text text-surface'}`}
      >
        {position}
      </span>
      <span className="min-w-0">
        <span className="block truncate text-[1.375rem] font-semibold">{name}</span>
        <span className="flex items-center gap-1.5 text-text-2 [&>svg]:size-4">
          {seatKind === 'in_person' ? <MapPin aria-hidden="true" /> : <Monitor aria-hidden="true" />}
          {seatKind === 'in_person' ? t('here') : t('online')}
        </span>
      </span>
    </li>
  )
}
