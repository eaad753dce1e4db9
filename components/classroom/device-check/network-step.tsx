import { CircleCheck, CircleMinus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { classes } from '#components/ui/classes.ts'
import {
  isSlow,
  type NetworkOutcome,
  networkRoutes,
  networkVerdict,
  type RouteOutcome,
} from '#lib/device-check/policy.ts'
import { Step, StepText } from './step.tsx'
import type { NetworkProbe } from './use-network-probe.ts'

type NetworkStepProps = { probe: NetworkProbe; onCheckAgain: () => void }

/** One plain sentence first, with the routes below it. */
export function NetworkStep({ probe, onCheckAgain }: NetworkStepProps) {
  const t = useTranslations('deviceCheck.network')
  const again = (
    <Button size="sm" className="self-start" onClick={onCheckAgain}>
      {t('again')}
    </Button>
  )
  if (probe === 'checking') {
    return <Step status="open" result={<StepText title={t('checking')} hint={t('checkingHint')} />} />
  }
  if (probe === 'unchecked') {
    return (
      <Step status="bad" result={<StepText title={t('unchecked')} hint={t('uncheckedHint')} />}>
        {again}
      </Step>
    )
  }
  const verdict = networkVerdict(probe)
  const hint = verdict === 'weak' ? t(isSlow(probe) ? 'weakSlow' : 'weakRoute') : t(`${verdict}Hint`)
  return (
    <Step
      status={verdict === 'good' ? 'ok' : 'bad'}
      result={<StepText title={t(verdict)} hint={hint} />}
      aside={
        probe.roundTripMs === null ? null : (
          <span className="text-sm text-text-2 tabular-nums">
            <span className="sr-only">{t('roundTripLabel', { ms: probe.roundTripMs })}</span>
            <span aria-hidden="true">{t('roundTrip', { ms: probe.roundTripMs })}</span>
          </span>
        )
      }
    >
      <RouteList network={probe} />
      {again}
    </Step>
  )
}

const outcomeIcons: Record<RouteOutcome, typeof X> = {
  open: CircleCheck,
  blocked: X,
  not_offered: CircleMinus,
}
const colours: Record<RouteOutcome, string> = {
  open: 'text-ok-text',
  blocked: 'text-bad-text',
  not_offered: 'text-text-3',
}

function RouteList({ network }: { network: NetworkOutcome }) {
  const t = useTranslations('deviceCheck.network')
  return (
    <ul aria-label={t('routes')} className="grid grid-cols-3 gap-2">
      {networkRoutes.map((route) => {
        const outcome = network.routes[route]
        const Sign = outcomeIcons[outcome]
        return (
          <li
            key={route}
            className={classes(
              'rounded-control p-2 text-xs text-text-2 sm:px-2.5',
              outcome === 'open' ? 'bg-sunken' : 'ring-1 ring-border ring-inset',
            )}
          >
            <b className="flex items-center gap-1.5 text-sm font-semibold text-text">
              <Sign aria-hidden="true" className={classes('size-4 flex-none', colours[outcome])} />
              {t(`route.${route}`)}
            </b>
            {t(`about.${route}`, { outcome })}
          </li>
        )
      })}
    </ul>
  )
}
