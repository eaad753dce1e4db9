import { CalendarClock, Check, DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { OwnMedia } from '#components/classroom/media/own-media.ts'
import { firstName } from '#components/classroom/ui/first-name.ts'
import { focusOnce } from '#components/classroom/ui/focus-once.ts'
import { PageFrame, twoColumns } from '#components/classroom/ui/page-frame.tsx'
import { SessionHead, SessionTime } from '#components/classroom/ui/session-head.tsx'
import type { Viewer } from '#components/classroom/ui/viewer.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { Card } from '#components/ui/card.tsx'
import { homeOf } from '#components/ui/home-of.ts'
import { useNow } from '#components/ui/use-now.ts'
import type { Knocked } from '#lib/classroom/admission/api.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { formatZonedTime } from '#lib/time/format.ts'
import { DeviceStates } from './device-states.tsx'
import { PlaceAtTheDoor } from './place-at-the-door.tsx'
import { useKnock } from './use-knock.ts'
import { WaitingHero } from './waiting-hero.tsx'

type WaitingProps = {
  session: SessionDetail
  /** As it was when the page was opened: a new time shows beside the old one. */
  planned: SessionDetail
  viewer: Viewer
  media: OwnMedia
  serverTime: string
  /** Says that one waits to be let in; throws `ApiFailure`. */
  knock: () => Promise<Knocked>
  /** One was let in meanwhile. */
  onAdmitted: () => void
  onCheckDevices: () => void
}

/** Before the trainer starts. One is let in by itself, and sees whatever changes meanwhile. */
export default function Waiting({
  session,
  planned,
  viewer,
  media,
  serverTime,
  knock,
  onAdmitted,
  onCheckDevices,
}: WaitingProps) {
  const t = useTranslations('waiting')
  const now = useNow(serverTime, 10_000)
  const isAtTheDoor = session.joinRefusal === 'not_admitted'
  const knocked = useKnock(isAtTheDoor, knock, onAdmitted)
  const isMoved = planned.startsAt !== session.startsAt || planned.endsAt !== session.endsAt
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
                  <SessionTime session={planned} zone={viewer.zone} now={now} />
                </s>
                <span className="text-sm">{t('moved.hint')}</span>
              </Banner>
            </div>
          ) : null}
        </div>
        <section
          ref={focusOnce}
          aria-label={t('label')}
          tabIndex={-1}
          className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1"
        >
          <WaitingHero session={session} viewer={viewer} serverTime={serverTime} now={now} />
          {isAtTheDoor ? <PlaceAtTheDoor knocked={knocked} /> : null}
          <Steps session={session} viewer={viewer} isAtTheDoor={isAtTheDoor} />
        </section>
        <div className="lg:col-start-2 lg:row-start-2">
          <TrainerLine session={session} />
          <DeviceStates media={media} />
          <div className="mt-3.5 flex flex-wrap gap-2">
            <Button onClick={onCheckDevices}>{t('checkDevices')}</Button>
            <ButtonAnchor variant="ghost" href={homeOf(viewer.role)}>
              {t('stop')}
            </ButtonAnchor>
          </div>
        </div>
      </main>
    </PageFrame>
  )
}

type StepsProps = { session: SessionDetail; viewer: Viewer; isAtTheDoor: boolean }

function Steps({ session, viewer, isAtTheDoor }: StepsProps) {
  const t = useTranslations('waiting.step')
  const trainer = firstName(session.trainer.name)
  const time = formatZonedTime(session.startsAt, viewer.zone)
  return (
    <Card className="mt-3 sm:mt-4.5">
      <ol className="grid divide-y sm:grid-cols-3 sm:divide-x sm:divide-y-0">
        <Step
          mark={<Check className="size-3.25" />}
          look="bg-ok-soft text-ok-text"
          title={t('here')}
          hint={t('hereHint')}
        />
        <Step
          mark={2}
          look="bg-info-soft text-info-text"
          title={isAtTheDoor ? t('admit', { trainer }) : t('start', { trainer })}
          hint={isAtTheDoor ? t('admitHint') : t('startHint', { time })}
        />
        <Step
          mark={3}
          look="border-[1.5px] border-control text-text-2"
          title={t('goIn')}
          hint={t('goInHint')}
        />
      </ol>
    </Card>
  )
}

type StepProps = { mark: ReactNode; look: string; title: string; hint: string }

function Step({ mark, look, title, hint }: StepProps) {
  return (
    <li className="flex gap-2.75 px-4 py-3.5">
      <span
        aria-hidden="true"
        className={`-mt-px grid size-5.5 flex-none place-items-center rounded-full text-xs font-semibold tabular-nums ${look}`}
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
  const t = useTranslations('waiting')
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
