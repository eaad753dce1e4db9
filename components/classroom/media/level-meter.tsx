import { useTranslations } from 'next-intl'

/** The level of the microphone, in bars. */
export function LevelMeter({ lit, bars }: { lit: number; bars: number }) {
  const t = useTranslations('preview')
  return (
    <span role="img" aria-label={t('level', { lit, bars })} className="inline-flex items-center gap-0.75">
      {Array.from({ length: bars }, (_, bar) => `bar ${bar}`).map((bar, index) => (
        <i key={bar} className={`h-3.5 w-1 rounded-[2px] ${index < lit ? 'bg-ok' : 'bg-border-strong'}`} />
      ))}
    </span>
  )
}
