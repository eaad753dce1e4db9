import { Mic, Video, Volume2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { DeviceSelects } from '#components/classroom/media/device-selects.tsx'
import type { LocalMedia } from '#components/classroom/media/local-media.ts'
import { rememberedChoices } from '#components/classroom/media/remembered.ts'
import { useLitBars } from '#components/classroom/media/use-lit-bars.ts'
import { useStore } from '#components/classroom/ui/store.ts'
import { Button } from '#components/ui/button.tsx'

const BARS = 6

/** Current camera, microphone and speaker of this display, and how to change them. */
export function DisplayDevices({ media }: { media: LocalMedia }) {
  const t = useTranslations('roomDisplay')
  const state = useStore(media, (state) => state)
  const [isChoosing, setChoosing] = useState(false)
  const { heard } = useLitBars(state.microphone.track, BARS)
  const camera = state.camera.track?.label ?? t('noCamera')
  // Remembered choices are not available while the page is rendered on the server.
  const speaker = state.devices.length > 0 ? rememberedChoices().speaker : null
  const microphone = state.microphone.track?.label ?? t('noMicrophone')
  return (
    <section aria-label={t('devices')} className="mx-auto flex max-w-240 flex-col items-center gap-3">
      <div className="flex flex-wrap justify-center gap-3">
        <Device icon={<Video />}>{camera}</Device>
        <Device icon={<Mic />}>{heard ? t('heard', { microphone }) : microphone}</Device>
        <Device icon={<Volume2 />}>{speaker?.label ?? t('systemSpeaker')}</Device>
        <Button size="lg" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
          {t('change')}
        </Button>
      </div>
      {isChoosing ? (
        <div className="w-full rounded-card border bg-surface p-4 sm:pt-0">
          <DeviceSelects media={media} state={state} />
        </div>
      ) : null}
    </section>
  )
}

function Device({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex h-12 items-center gap-2.5 rounded-[13px] border border-border-strong bg-surface px-4 font-medium [&>svg]:size-5 [&>svg]:stroke-[1.75]">
      {icon}
      {children}
    </span>
  )
}
