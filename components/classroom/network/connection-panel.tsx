import { ConnectionQuality } from 'livekit-client'
import { Copy, Router, Smartphone, TriangleAlert, Users, Video, Volume2, Wifi, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Entry, Returning } from '#components/classroom/connection/entry-state.ts'
import { useQuality } from '#components/classroom/livekit/people.ts'
import { useRoom } from '#components/classroom/livekit/room-context.ts'
import { useReception, useReceptionStore } from '#components/classroom/room-state/reception-context.ts'
import { PanelHead } from '#components/classroom/ui/panel-head.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Button } from '#components/ui/button.tsx'
import { QrCode } from '#components/ui/qr-code.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { Toggle } from '#components/ui/toggle.tsx'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'
import { Line } from './line.tsx'
import { TriedLines } from './tried-lines.tsx'
import { useWay } from './use-way.ts'

type ConnectionPanelProps = {
  entry: Entry
  session: SessionDetail
  viewer: Viewer
  onTryNow: () => void
  onClose: () => void
}

/** What is wrong with one's connection in plain words, what is being done about it, and what one can do. */
export default function ConnectionPanel({ entry, session, viewer, onTryNow, onClose }: ConnectionPanelProps) {
  const t = useTranslations('network')
  const quality = useQuality(useRoom().localParticipant)
  const state = entry.at === 'returning' ? 'lost' : states[quality]
  const { icon, look } = signs[state]
  const time = formatZonedTime(session.endsAt, viewer.zone)
  return (
    <>
      <PanelHead title={t('title')} onClose={onClose} />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <div role="status" className="flex gap-3 px-4 py-4">
          <span
            aria-hidden="true"
            className={`grid size-10 flex-none place-items-center rounded-[12px] [&>svg]:size-4.5 ${look}`}
          >
            {icon}
          </span>
          <p>
            <span className="block font-semibold">{t(`states.${state}`)}</span>
            <span className="block text-sm text-text-2">{t(`stateTexts.${state}`, { time })}</span>
          </p>
        </div>
        {entry.at === 'returning' ? (
          <BeingTried entry={entry} me={viewer.id} onTryNow={onTryNow} />
        ) : (
          <AlreadyDone isWeak={state === 'weak'} trainer={session.trainer.name} />
        )}
        <YouCan isStudent={viewer.role === 'STUDENT'} />
        {entry.at === 'returning' ? null : <ForWhoeverHelps />}
      </div>
    </>
  )
}

type State = 'good' | 'weak' | 'unknown' | 'lost'

const states: Record<ConnectionQuality, State> = {
  [ConnectionQuality.Excellent]: 'good',
  [ConnectionQuality.Good]: 'good',
  [ConnectionQuality.Poor]: 'weak',
  [ConnectionQuality.Lost]: 'weak',
  [ConnectionQuality.Unknown]: 'unknown',
}

const signs: Record<State, { icon: ReactNode; look: string }> = {
  good: { icon: <Wifi />, look: 'bg-ok-soft text-ok-text' },
  weak: { icon: <TriangleAlert />, look: 'bg-late-soft text-late-text' },
  unknown: { icon: <Wifi />, look: 'bg-sunken text-text-2' },
  lost: { icon: <WifiOff />, look: 'bg-bad-soft text-bad-text' },
}

type BeingTriedProps = { entry: Returning; me: string; onTryNow: () => void }

function BeingTried({ entry, me, onTryNow }: BeingTriedProps) {
  const t = useTranslations('network')
  return (
    <Part title={t('doing')}>
      <TriedLines entry={entry} me={me} />
      {entry.by === 'us' ? (
        <li>
          <Button size="sm" onClick={onTryNow}>
            {t('tryNow')}
          </Button>
        </li>
      ) : null}
    </Part>
  )
}

function AlreadyDone({ isWeak, trainer }: { isWeak: boolean; trainer: string }) {
  const t = useTranslations('network')
  const soundOnly = useReception().mode === 'audio_and_screen'
  if (!isWeak && !soundOnly) return null
  return (
    <Part title={t('done')}>
      {isWeak ? <Line icon={<Video />}>{t('smaller')}</Line> : null}
      {soundOnly ? <Line icon={<Volume2 />}>{t('cameraRests')}</Line> : null}
      {soundOnly ? <Line icon={<Users />}>{t('trainerSees', { trainer })}</Line> : null}
    </Part>
  )
}

function YouCan({ isStudent }: { isStudent: boolean }) {
  const t = useTranslations('network')
  const store = useReceptionStore()
  const { mode, endsByItself } = useReception()
  const isChosen = mode === 'audio_and_screen'
  return (
    <Part title={t('can')}>
      <li>
        <Toggle
          label={t('only')}
          hint={isChosen && !endsByItself ? t('onlyHintGood') : t('onlyHint')}
          checked={isChosen}
          onChange={(only) => store.choose(only ? 'audio_and_screen' : 'all')}
        />
      </li>
      <Advice icon={<Router />} title={t('nearer')} hint={t('nearerHint')} />
      {isStudent ? <ComeByPhone /> : null}
    </Part>
  )
}

function ComeByPhone() {
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

function ForWhoeverHelps() {
  const t = useTranslations('network')
  const toast = useToast()
  const way = useWay()
  const text = way
    ? t('measured', {
        transport: t(`transports.${way.way}`),
        milliseconds: way.roundTripMs ?? 'none',
        lost: way.lostPercent ?? 'none',
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
      {way ? (
        <Button size="sm" variant="ghost" icon={<Copy />} onClick={copy}>
          {t('copy')}
        </Button>
      ) : null}
    </section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
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
