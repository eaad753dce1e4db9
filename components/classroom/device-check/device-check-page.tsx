'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { createLocalMedia } from '#components/classroom/media/local-media.ts'
import { MirrorVideo } from '#components/classroom/media/mirror-video.tsx'
import { refreshDeviceIds, rememberedChoices } from '#components/classroom/media/remembered.ts'
import { useLitBars } from '#components/classroom/media/use-lit-bars.ts'
import { PageFrame } from '#components/classroom/ui/page-frame.tsx'
import { useStore } from '#components/classroom/ui/store.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Card } from '#components/ui/card.tsx'
import { useNow } from '#components/ui/use-now.ts'
import type { DeviceCheck } from '#lib/device-check/api.ts'
import type { CheckOutcomes } from '#lib/device-check/policy.ts'
import { MINUTE_MS } from '#lib/kernel/durations.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { CameraStep } from './camera-step.tsx'
import { CheckSummary } from './check-summary.tsx'
import { MicrophoneStep } from './microphone-step.tsx'
import { NetworkStep } from './network-step.tsx'
import { outcomesOf } from './outcomes.ts'
import { SpeakerStep } from './speaker-step.tsx'
import { useNetworkProbe } from './use-network-probe.ts'
import { useRecordedCheck } from './use-recorded-check.ts'

const BARS = 14

type DeviceCheckPageProps = {
  viewer: { id: string; name: string; role: Role; zone: string }
  last: DeviceCheck | null
  /** The server's time when the page was made, ISO. */
  serverTime: string
  /** The page that the viewer came from. */
  doneHref: string
}

/** Checks camera, microphone, speaker and network before class. Records the result as soon as all four are known. */
export function DeviceCheckPage({ viewer, last, serverTime, doneHref }: DeviceCheckPageProps) {
  const t = useTranslations('deviceCheck')
  const preview = useTranslations('preview')
  const [media] = useState(createLocalMedia)
  const state = useStore(media, (state) => state)
  const level = useLitBars(state.microphone.track, BARS)
  const [speaker, setSpeaker] = useState<CheckOutcomes['speaker'] | null>(null)
  const [probe, checkAgain] = useNetworkProbe()
  const network = typeof probe === 'string' ? null : probe
  const { camera, microphone } = state
  const [recorded, recordAgain] = useRecordedCheck(
    outcomesOf({ camera, microphone, heard: level.heard, speaker, network }),
  )
  const now = new Date(useNow(serverTime, MINUTE_MS)).toISOString()

  useEffect(() => {
    let gone = false
    void refreshDeviceIds().then(() => {
      if (gone) return
      const chosen = rememberedChoices()
      return media.openBoth(
        { on: true, id: chosen.camera?.id ?? null },
        { on: true, id: chosen.microphone?.id ?? null },
      )
    })
    return () => {
      gone = true
      media.close()
    }
  }, [media])

  return (
    <PageFrame viewer={viewer}>
      <main className="mx-auto grid w-full max-w-288 grid-cols-1 content-start gap-4 px-4 pb-8 sm:px-8 lg:grid-cols-[minmax(0,1fr)_30rem] lg:grid-rows-[auto_auto_1fr] lg:gap-x-10 lg:self-center">
        <div className="lg:col-start-2 lg:row-start-1">
          <h1 className="text-h1">{t('pageTitle')}</h1>
          <p className="mt-1 text-text-2">{t('lead')}</p>
        </div>
        <section
          aria-label={t('picture')}
          data-theme="dark"
          className="relative aspect-[16/10] overflow-hidden rounded-stage bg-linear-160 from-[#232a44] to-[#171c30] shadow-2 lg:col-start-1 lg:row-span-2 lg:row-start-1"
        >
          {camera.track ? (
            <MirrorVideo track={camera.track} />
          ) : (
            <div className="absolute inset-0 grid place-content-center">
              <Avatar id={viewer.id} name={viewer.name} size="xl" />
            </div>
          )}
          <span className="absolute bottom-3.5 left-3.5 rounded-[8px] bg-[rgb(10_13_26/.78)] px-2.5 py-1.25 text-sm font-medium text-[#f6f1e9]">
            {preview('you', { name: viewer.name })}
          </span>
        </section>
        <Card className="self-start lg:col-start-2 lg:row-span-2 lg:row-start-2">
          <ol aria-label={t('steps')} className="divide-y">
            <CameraStep media={media} state={state} />
            <MicrophoneStep media={media} state={state} level={level} bars={BARS} />
            <SpeakerStep devices={state.devices} answer={speaker} onAnswer={setSpeaker} />
            <NetworkStep probe={probe} onCheckAgain={checkAgain} />
          </ol>
        </Card>
        <div className="lg:col-start-1 lg:row-start-3">
          <CheckSummary
            {...{ recorded, last, now, doneHref }}
            onRecordAgain={recordAgain}
            role={viewer.role}
            zone={viewer.zone}
          />
        </div>
      </main>
    </PageFrame>
  )
}
