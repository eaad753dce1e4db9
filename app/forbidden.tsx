import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NoticePage } from '#components/shell/notice-page.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('forbiddenTitle') }
}

export default async function Forbidden() {
  const t = await getTranslations('errors')
  const common = await getTranslations('common')
  return (
    <NoticePage
      title={t('forbiddenTitle')}
      actions={
        <ButtonLink href="/" variant="primary">
          {common('backHome')}
        </ButtonLink>
      }
    >
      {t('forbidden')}
    </NoticePage>
  )
}
