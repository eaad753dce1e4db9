import { CalendarClock, Check, DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { LocalMedia } from '#components/classroom/media/local-media.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { focusOnMount } from '#components/classroom/ui/focus-on-mount.ts'
import { PageFrame, twoColumns } from '#components/classroom/ui/page-frame.tsx'
import { SessionHead, SessionTime } from '#components/classroom/ui/session-head.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { Card } from '#components/ui/card.tsx'
import { homePath } from '#components/ui/home-path.ts'
import { useNow } from '#components/ui/use-now.ts'
import type { EntryRequestStatus } from '#lib/classroom/admission/api.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'
import { DeviceStates } from './device-states.tsx'
import { LobbyPosition } from './lobby-position.tsx'
import { useEntryRequest } from './use-entry-request.ts'
import { WaitingHero } from './waiting-hero.tsx'

type WaitingScreenProps = {
  session: SessionDetail
  /** The session when the page was opened: a new time shows beside the old one. */
  sessionAtOpening: SessionDetail
  viewer: Viewer
  media: LocalMedia
  serverTime: string
  /** Asks to be admitted; throws `ApiFailure`. */
  requestEntry: () => Promise<EntryRequestStatus>
  /** Called when the viewer has been admitted. */
  onAdmitted: () => void
  onCheckDevices: () => void
}

/** Shown until the trainer starts the class or admits the viewer, who then joins automatically. Shows changes live. */
export default function WaitingScreen({
  session,
  sessionAtOpening,
  viewer,
  media,
  serverTime,
  requestEntry,
  onAdmitted,
  onCheckDevices,
}: WaitingScreenProps) {
  const t = useTranslations('lobby')
  const now = useNow(serverTime, 10_000)
  const isInLobby = session.joinRefusal === 'not_admitted'
  const entryRequest = useEntryRequest(isInLobby, requestEntry, onAdmitted)
  const isMoved = sessionAtOpening.startsAt !== session.startsAt || sessionAtOpening.endsAt !== session.endsAt
  return (
    <PageFrame viewer={viewer}>
      <main className={twoColumns}>
        <div className="lg:col-start-2 lg:row-start-1">
          <Badge tone="info" icon={<DoorOpen />}>
            {t('badge')}
          </Badge>
          <SessionHead session={session} zone={viewer.zone} now={now} />
          {isMoved ? (
            <div className="mt-4">
              <Banner tone="info" icon={<CalendarClock />}>
                <b className="block font-semibold">{t('moved.title')}</b>
                <s className="block text-sm text-text-3">
                  <SessionTime session={sessionAtOpening} zone={viewer.zone} now={now} />
                </s>
                <span className="text-sm">{t('moved.hint')}</span>
              </Banner>
            </div>
          ) : null}
        </div>
        <section
          ref={focusOnMount}
          aria-label={t('label')}
          tabIndex={-1}
          className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1"
        >
          <WaitingHero session={session} viewer={viewer} serverTime={serverTime} now={now} />
          {isInLobby ? <LobbyPosition entryRequest={entryRequest} /> : null}
          <Steps session={session} viewer={viewer} isInLobby={isInLobby} />
        </section>
        <div className="lg:col-start-2 lg:row-start-2">
          <TrainerLine session={session} />
          <DeviceStates media={media} />
          <div className="mt-3.5 flex flex-wrap gap-2">
            <Button onClick={onCheckDevices}>{t('checkDevices')}</Button>
            <ButtonAnchor variant="ghost" href={homePath(viewer.role)}>
              {t('stop')}
            </ButtonAnchor>
          </div>
        </div>
      </main>
    </PageFrame>
  )
}

type StepsProps = { session: SessionDetail; viewer: Viewer; isInLobby: boolean }

function Steps({ session, viewer, isInLobby }: StepsProps) {
  const t = useTranslations('lobby.step')
  const trainer = firstName(session.trainer.name)
  const time = formatZonedTime(session.startsAt, viewer.zone)
  return (
    <Card className="mt-3 sm:mt-4.5">
      <ol className="grid divide-y sm:grid-cols-3 sm:divide-x sm:divide-y-0">
        <Step
          mark={<Check className="size-3.25" />}
          styles="bg-ok-soft text-ok-text"
          title={t('here')}
          hint={t('hereHint')}
        />
        <Step
          mark={2}
          styles="bg-info-soft text-info-text"
          title={isInLobby ? t('admit', { trainer }) : t('start', { trainer })}
          hint={isInLobby ? t('admitHint') : t('startHint', { time })}
        />
        <Step
          mark={3}
          styles="border-[1.5px] border-control text-text-2"
          title={t('goIn')}
          hint={t('goInHint')}
        />
      </ol>
    </Card>
  )
}

type StepProps = { mark: ReactNode; styles: string; title: string; hint: string }

function Step({ mark, styles, title, hint }: StepProps) {
  return (
    <li className="flex gap-2.75 px-4 py-3.5">
      <span
        aria-hidden="true"
        className={`-mt-px grid size-5.5 flex-none place-items-center rounded-full text-xs font-semibold tabular-nums ${styles}`}
      >
        {mark}
      </span>
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-text-2 tabular-nums">{hint}</p>
      </div>
    </li>
  )
}

function TrainerLine({ session: { trainer, trainerInside } }: { session: SessionDetail }) {
  const t = useTranslations('lobby')
  return (
    <div className="mt-4.5 flex items-center gap-3 border-y py-4 lg:mt-0">
      <Avatar id={trainer.id} name={trainer.name} size="lg" />
      <div>
        <p className="font-semibold">{trainer.name}</p>
        <p className="text-sm text-text-2">{trainerInside ? t('trainerInside') : t('trainerOutside')}</p>
      </div>
    </div>
  )
}
