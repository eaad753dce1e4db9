import { useTranslations } from 'next-intl'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Dunes } from '#components/ui/dunes.tsx'
import { NightHero } from './night-hero.tsx'

/** Shown to a student without a future class. */
export function NoClassHero() {
  const t = useTranslations('student')
  return (
    <NightHero titleId="next-class" trail={<Dunes />}>
      <h1
        id="next-class"
        className="text-[1.625rem] leading-[1.2] font-semibold tracking-[-.022em] sm:text-[2rem]"
      >
        {t('noNextTitle')}
      </h1>
      <p className="mt-2 max-w-[34em] text-lg text-text-2">{t('noNext')}</p>
      <ButtonLink href="/check" size="lg" className="mt-5.5">
        {t('check')}
      </ButtonLink>
    </NightHero>
  )
}
