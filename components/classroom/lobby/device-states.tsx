import { CircleCheck, CircleMinus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import {
  type DeviceChoices,
  defaultChoices,
  type KnownDevice,
} from '#components/classroom/media/device-choices.ts'
import type { LocalMedia } from '#components/classroom/media/local-media.ts'
import { rememberedChoices } from '#components/classroom/media/remembered.ts'
import { useStore } from '#components/classroom/ui/store.ts'
import { Card } from '#components/ui/card.tsx'

/** The devices and their states with which the viewer will join. */
export function DeviceStates({ media }: { media: LocalMedia }) {
  const t = useTranslations('lobby')
  const preview = useTranslations('preview')
  const { devices } = useStore(media, (state) => state)
  const [choices, setChoices] = useState<DeviceChoices>(defaultChoices)
  useEffect(() => {
    setChoices(rememberedChoices())
    void media.list()
  }, [media])
  const nameOf = (chosen: KnownDevice | null) =>
    devices.find(({ deviceId }) => deviceId === chosen?.id)?.label || null
  return (
    <>
      <h2 className="mt-4.5 text-md font-semibold">{t('devices')}</h2>
      <Card className="mt-2.5">
        <ul className="divide-y">
          <DeviceState
            label={preview('camera')}
            name={choices.cameraOn ? nameOf(choices.camera) : t('off')}
            works={choices.cameraOn && nameOf(choices.camera) !== null}
          />
          <DeviceState
            label={preview('microphone')}
            name={nameOf(choices.microphone)}
            works={nameOf(choices.microphone) !== null}
          />
        </ul>
      </Card>
    </>
  )
}

function DeviceState({ label, name, works }: { label: string; name: string | null; works: boolean }) {
  const t = useTranslations('lobby')
  const Icon = works ? CircleCheck : CircleMinus
  return (
    <li className="flex items-center gap-2.75 px-3.5 py-2.25">
      <Icon
        aria-hidden="true"
        className={`size-4.5 flex-none stroke-[1.75] ${works ? 'text-ok-text' : 'text-text-3'}`}
      />
      <span className="font-medium">{label}</span>
      <span className="ml-auto truncate text-sm text-text-2">{name ?? t('off')}</span>
    </li>
  )
}
