import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Texts } from '#components/shell/texts.tsx'
import { SignInFrame } from '#components/sign-in/sign-in-frame.tsx'
import { ResetForm } from './reset-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('passwordLinks.reset')
  return { title: t('title') }
}

export default async function ResetPage() {
  const t = await getTranslations('passwordLinks.reset')
  return (
    <SignInFrame title={t('title')} lead={t('lead')}>
      <Texts of={['common', 'passwordLinks']}>
        <ResetForm />
      </Texts>
      <p className="text-center text-sm">
        <Link href="/sign-in" className="link">
          {t('back')}
        </Link>
      </p>
    </SignInFrame>
  )
}
