import { CircleCheck, CircleMinus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { classes } from '#components/ui/classes.ts'
import {
  type FoundNetwork,
  isSlow,
  networkVerdict,
  type RouteOutcome,
  ways,
} from '#lib/device-check/policy.ts'
import { Step, Words } from './step.tsx'
import type { NetworkProbe } from './use-network-probe.ts'

type NetworkStepProps = { probe: NetworkProbe; onCheckAgain: () => void }

/** One plain sentence first; the ways below it. */
export function NetworkStep({ probe, onCheckAgain }: NetworkStepProps) {
  const t = useTranslations('deviceCheck.network')
  const again = (
    <Button size="sm" className="self-start" onClick={onCheckAgain}>
      {t('again')}
    </Button>
  )
  if (probe === 'checking') {
    return <Step sign="open" said={<Words title={t('checking')} hint={t('checkingHint')} />} />
  }
  if (probe === 'unchecked') {
    return (
      <Step sign="bad" said={<Words title={t('unchecked')} hint={t('uncheckedHint')} />}>
        {again}
      </Step>
    )
  }
  const verdict = networkVerdict(probe)
  const hint = verdict === 'weak' ? t(isSlow(probe) ? 'weakSlow' : 'weakWay') : t(`${verdict}Hint`)
  return (
    <Step
      sign={verdict === 'good' ? 'ok' : 'bad'}
      said={<Words title={t(verdict)} hint={hint} />}
      aside={
        probe.roundTripMs === null ? null : (
          <span className="text-sm text-text-2 tabular-nums">
            <span className="sr-only">{t('roundTripLabel', { ms: probe.roundTripMs })}</span>
            <span aria-hidden="true">{t('roundTrip', { ms: probe.roundTripMs })}</span>
          </span>
        )
      }
    >
      <Ways network={probe} />
      {again}
    </Step>
  )
}

const signs: Record<RouteOutcome, typeof X> = { open: CircleCheck, blocked: X, not_offered: CircleMinus }
const colours: Record<RouteOutcome, string> = {
  open: 'text-ok-text',
  blocked: 'text-bad-text',
  not_offered: 'text-text-3',
}

function Ways({ network }: { network: FoundNetwork }) {
  const t = useTranslations('deviceCheck.network')
  return (
    <ul aria-label={t('ways')} className="grid grid-cols-3 gap-2">
      {ways.map((way) => {
        const outcome = network.ways[way]
        const Sign = signs[outcome]
        return (
          <li
            key={way}
            className={classes(
              'rounded-control p-2 text-xs text-text-2 sm:px-2.5',
              outcome === 'open' ? 'bg-sunken' : 'ring-1 ring-border ring-inset',
            )}
          >
            <b className="flex items-center gap-1.5 text-sm font-semibold text-text">
              <Sign aria-hidden="true" className={classes('size-4 flex-none', colours[outcome])} />
              {t(`way.${way}`)}
            </b>
            {t(`about.${way}`, { outcome })}
          </li>
        )
      })}
    </ul>
  )
}
