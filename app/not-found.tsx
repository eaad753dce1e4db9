import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Missing } from '#components/shell/missing.tsx'
import { NoticePage } from '#components/shell/notice-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('notFoundTitle') }
}

export default function MissingPage() {
  return (
    <NoticePage>
      <Missing />
    </NoticePage>
  )
}
