import { MonitorUp, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RoomControls } from '#components/classroom/controls/use-room-controls.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'

/** Notice that the viewer shares their screen, with a stop button, or that sharing failed. */
export function SharingNotices({ share }: { share: RoomControls['share'] }) {
  return (
    <>
      {share.isSharing ? <SharingNotice onStop={() => void share.toggle()} /> : null}
      {share.failed ? <ShareFailure onDismiss={share.clearFailure} /> : null}
    </>
  )
}

function SharingNotice({ onStop }: { onStop: () => void }) {
  const t = useTranslations('room.sharing')
  return (
    <div
      data-theme="dark"
      className="flex items-center gap-2.5 self-end rounded-control border border-border-strong bg-hover py-1 pr-1 pl-3 text-sm font-medium md:w-auto!"
    >
      <MonitorUp aria-hidden="true" className="size-4 flex-none" />
      <span className="flex-1">{t('window')}</span>
      <Button size="sm" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  )
}

function ShareFailure({ onDismiss }: { onDismiss: () => void }) {
  const t = useTranslations('room')
  return (
    <Banner
      tone="failure"
      icon={<TriangleAlert />}
      action={<IconButton label={t('notice.dismiss')} icon={<X />} onClick={onDismiss} />}
    >
      {t('sharing.failed')}
    </Banner>
  )
}
