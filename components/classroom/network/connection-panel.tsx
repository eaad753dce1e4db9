import { useConnectionQualityIndicator, useRoomContext } from '@livekit/components-react'
import { ConnectionQuality } from 'livekit-client'
import { Copy, Router, Smartphone, TriangleAlert, Users, Video, Volume2, Wifi, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { EntryState, Reconnecting } from '#components/classroom/room-state/entry-state.ts'
import { useReceiveMode, useReceiveModeStore } from '#components/classroom/room-state/room-services.ts'
import { PanelHead } from '#components/classroom/ui/panel-head.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { QrCode } from '#components/ui/qr-code.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { Toggle } from '#components/ui/toggle.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'
import { ConnectionItem } from './connection-item.tsx'
import { ReconnectItems } from './reconnect-items.tsx'
import { useNetworkRoute } from './use-network-route.ts'

type ConnectionPanelProps = {
  entry: EntryState
  session: SessionDetail
  viewer: Viewer
  onRetryNow: () => void
  onClose: () => void
}

/** Explains connection problems in plain words: the fault, what the app is doing, and what the viewer can do. */
export default function ConnectionPanel({
  entry,
  session,
  viewer,
  onRetryNow,
  onClose,
}: ConnectionPanelProps) {
  const t = useTranslations('network')
  const { localParticipant: participant } = useRoomContext()
  const { quality } = useConnectionQualityIndicator({ participant })
  const state = entry.phase === 'reconnecting' ? 'disconnected' : states[quality]
  const { icon, styles } = stateIcons[state]
  const time = formatZonedTime(session.endsAt, viewer.zone)
  return (
    <>
      <PanelHead title={t('title')} onClose={onClose} />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <div role="status" className="flex gap-3 px-4 py-4">
          <span
            aria-hidden="true"
            className={`grid size-10 flex-none place-items-center rounded-[12px] [&>svg]:size-4.5 ${styles}`}
          >
            {icon}
          </span>
          <p>
            <span className="block font-semibold">{t(`states.${state}`)}</span>
            <span className="block text-sm text-text-2">{t(`stateTexts.${state}`, { time })}</span>
          </p>
        </div>
        {entry.phase === 'reconnecting' ? (
          <ReconnectSteps entry={entry} me={viewer.id} onRetryNow={onRetryNow} />
        ) : (
          <AppliedMeasures isWeak={state === 'weak'} trainer={session.trainer.name} />
        )}
        <Suggestions isStudent={viewer.role === 'STUDENT'} />
        {entry.phase === 'reconnecting' ? null : <SupportDetails />}
      </div>
    </>
  )
}

type NetworkState = 'good' | 'weak' | 'unknown' | 'disconnected'

const states: Record<ConnectionQuality, NetworkState> = {
  [ConnectionQuality.Excellent]: 'good',
  [ConnectionQuality.Good]: 'good',
  [ConnectionQuality.Poor]: 'weak',
  [ConnectionQuality.Lost]: 'weak',
  [ConnectionQuality.Unknown]: 'unknown',
}

const stateIcons: Record<NetworkState, { icon: ReactNode; styles: string }> = {
  good: { icon: <Wifi />, styles: 'bg-ok-soft text-ok-text' },
  weak: { icon: <TriangleAlert />, styles: 'bg-late-soft text-late-text' },
  unknown: { icon: <Wifi />, styles: 'bg-sunken text-text-2' },
  disconnected: { icon: <WifiOff />, styles: 'bg-bad-soft text-bad-text' },
}

type ReconnectStepsProps = { entry: Reconnecting; me: string; onRetryNow: () => void }

function ReconnectSteps({ entry, me, onRetryNow }: ReconnectStepsProps) {
  const t = useTranslations('network')
  return (
    <Section title={t('doing')}>
      <ReconnectItems entry={entry} me={me} />
      {entry.method === 'rejoin' ? (
        <li>
          <Button size="sm" onClick={onRetryNow}>
            {t('tryNow')}
          </Button>
        </li>
      ) : null}
    </Section>
  )
}

function AppliedMeasures({ isWeak, trainer }: { isWeak: boolean; trainer: string }) {
  const t = useTranslations('network')
  const isAudioAndScreen = useReceiveMode().mode === 'audio_and_screen'
  if (!isWeak && !isAudioAndScreen) return null
  return (
    <Section title={t('done')}>
      {isWeak ? <ConnectionItem icon={<Video />}>{t('smaller')}</ConnectionItem> : null}
      {isAudioAndScreen ? <ConnectionItem icon={<Volume2 />}>{t('cameraRests')}</ConnectionItem> : null}
      {isAudioAndScreen ? (
        <ConnectionItem icon={<Users />}>{t('trainerSees', { trainer })}</ConnectionItem>
      ) : null}
    </Section>
  )
}

function Suggestions({ isStudent }: { isStudent: boolean }) {
  const t = useTranslations('network')
  const store = useReceiveModeStore()
  const { mode, revertsAutomatically } = useReceiveMode()
  const isChosen = mode === 'audio_and_screen'
  return (
    <Section title={t('can')}>
      <li>
        <Toggle
          label={t('only')}
          hint={isChosen && !revertsAutomatically ? t('onlyHintGood') : t('onlyHint')}
          checked={isChosen}
          onChange={(only) => store.choose(only ? 'audio_and_screen' : 'all')}
        />
      </li>
      <Advice icon={<Router />} title={t('nearer')} hint={t('nearerHint')} />
      {isStudent ? <JoinByPhone /> : null}
    </Section>
  )
}

function JoinByPhone() {
  const t = useTranslations('network')
  return (
    <>
      <Advice icon={<Smartphone />} title={t('phone')} hint={t('phoneHint')} />
      <li className="hidden md:block">
        <QrCode
          text={location.origin + location.pathname}
          label={t('phoneCode')}
          className="size-32 rounded-control border"
        />
      </li>
    </>
  )
}

function SupportDetails() {
  const t = useTranslations('network')
  const toast = useToast()
  const route = useNetworkRoute()
  const text = route
    ? t('measured', {
        transport: t(`transports.${route.route}`),
        milliseconds: route.roundTripMs ?? 'none',
        lost: route.lostPercent ?? 'none',
      })
    : t('notMeasured')

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      toast({ text: t('copied') })
    } catch {
      toast({ tone: 'failure', text: t('notCopied') })
    }
  }

  return (
    <section
      aria-label={t('helper')}
      className="mt-auto flex flex-none items-end justify-between gap-3 border-t px-4 py-3"
    >
      <div className="min-w-0">
        <h3 className="text-sm font-semibold">{t('helper')}</h3>
        <p className="text-sm text-text-2 tabular-nums">{text}</p>
      </div>
      {route ? (
        <Button size="sm" variant="ghost" icon={<Copy />} onClick={copy}>
          {t('copy')}
        </Button>
      ) : null}
    </section>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t px-4 py-4">
      <h3 className="mb-2 text-sm text-text-2">{title}</h3>
      <ul className="flex flex-col gap-2.5">{children}</ul>
    </section>
  )
}

function Advice({ icon, title, hint }: { icon: ReactNode; title: string; hint: string }) {
  return (
    <li className="flex items-center justify-between gap-4 border-t pt-2.5 [&>svg]:size-4.5 [&>svg]:flex-none [&>svg]:stroke-[1.75] [&>svg]:text-text-2">
      <span>
        <span className="block font-medium">{title}</span>
        <span className="block text-sm text-text-2">{hint}</span>
      </span>
      {icon}
    </li>
  )
}
