import { CircleCheck, Clock, MonitorX, Projector, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { LocalMedia } from '#components/classroom/media/local-media.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Brand } from '#components/ui/brand.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dunes } from '#components/ui/dunes.tsx'
import { useNow } from '#components/ui/use-now.ts'
import type { DisplayState } from './display-connection.ts'
import { DisplayDevices } from './display-devices.tsx'

type CodeScreenProps = {
  state: DisplayState
  media: LocalMedia
  address: string
  serverTime: string
  onTakeOver: () => void
}

/** Screen before a class, with the code by which the trainer pairs this room display. */
export function CodeScreen({ state, media, address, serverTime, onTakeOver }: CodeScreenProps) {
  const t = useTranslations('roomDisplay')
  const { phase, code, hasEnded, problem } = state
  return (
    <div className="relative flex min-h-dvh flex-col overflow-hidden bg-night">
      <div aria-hidden="true" className="absolute inset-x-0 bottom-0 h-52">
        <Dunes />
      </div>
      <header className="relative flex h-24 items-center justify-between gap-4 px-6 md:px-10">
        <Brand />
        <p className="flex items-center gap-2 text-lg text-text-2">
          <Projector aria-hidden="true" className="size-5" />
          {t('notPaired')}
        </p>
      </header>
      <main className="relative mx-auto grid w-full max-w-290 flex-1 content-center items-center gap-x-18 gap-y-10 px-6 pb-8 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="flex flex-col gap-2 lg:col-span-2">
          {hasEnded ? (
            <Banner tone="ok" icon={<CircleCheck />}>
              {t('ended')}
            </Banner>
          ) : null}
          {problem ? <Banner icon={<WifiOff />}>{t(`problem.${problem}`)}</Banner> : null}
          {phase === 'elsewhere' ? (
            <Banner
              icon={<MonitorX />}
              action={
                <Button size="sm" onClick={onTakeOver}>
                  {t('useThis')}
                </Button>
              }
            >
              {t('elsewhere')}
            </Banner>
          ) : null}
        </div>
        <div>
          <h1 className="text-hero">{t('title')}</h1>
          <div aria-live="polite" className="my-6 min-h-26">
            {code && phase === 'code' ? <Code code={code.code} /> : null}
          </div>
          {phase === 'code' ? (
            <p className="flex items-center gap-2.5 text-lg text-text-2 tabular-nums">
              <Clock aria-hidden="true" className="size-5" />
              {code ? <TimeLeft until={code.expiresAt} now={serverTime} /> : t('asking')}
            </p>
          ) : null}
        </div>
        <Steps address={address} />
      </main>
      <div className="relative px-6 pb-8">
        <DisplayDevices media={media} />
      </div>
    </div>
  )
}

function Code({ code }: { code: string }) {
  const t = useTranslations('roomDisplay')
  const characters = [...code].map((character, index) => ({ sign: character, at: index + 1 }))
  return (
    <div
      role="img"
      aria-label={t('code', { code: [...code].join(' ') })}
      className="flex flex-wrap items-center gap-2 md:gap-3"
    >
      {characters.map(({ sign: character, at: position }) => (
        <span
          key={position}
          className="grid h-20 w-14 place-items-center rounded-[16px] border border-border-strong bg-surface font-mono text-[2.25rem] font-semibold nth-4:ml-5 md:h-26 md:w-20.5 md:text-[3.625rem]"
        >
          {character}
        </span>
      ))}
    </div>
  )
}

function TimeLeft({ until, now }: { until: string; now: string }) {
  const t = useTranslations('roomDisplay')
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - useNow(now, 1000)) / 1000))
  const time = `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`
  return t('next', { time })
}

function Steps({ address }: { address: string }) {
  const t = useTranslations('roomDisplay.steps')
  const steps = [
    { title: t('open'), hint: t('openHint', { address }) },
    { title: t('pair'), hint: t('pairHint') },
    { title: t('type'), hint: t('typeHint') },
  ]
  return (
    <ol className="flex flex-col gap-5">
      {steps.map(({ title, hint }, index) => (
        <li key={title} className="grid grid-cols-[2.5rem_1fr] gap-4">
          <span
            aria-hidden="true"
            className="size-10 rounded-[12px] bg-hover text-center text-[1.25rem] leading-10 font-semibold"
          >
            {index + 1}
          </span>
          <span className="text-[1.1875rem] leading-7 font-medium">
            {title}
            <span className="block text-lg text-text-2">{hint}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
