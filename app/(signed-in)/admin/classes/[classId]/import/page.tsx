import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { courseHref } from '#components/classes/course-href.ts'
import { ImportScreen } from '#components/classes/import/import-screen.tsx'
import { Texts } from '#components/shell/texts.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { findImportClass } from '#lib/classes/import/find-import-class.ts'
import { currentContext, pageOr404 } from '#lib/http/current-context.ts'
import { viewerZone } from '#lib/http/viewer-zone.ts'
import { classId } from '#lib/kernel/ids.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('classImport')
  return { title: t('title') }
}

type ImportPageProps = { params: Promise<{ classId: string }> }

export default async function ImportPage({ params }: ImportPageProps) {
  const context = await currentContext('ADMIN')
  const t = await getTranslations('classImport')
  const id = classId.safeParse((await params).classId)
  if (!id.success) notFound()
  const { title, mode } = await pageOr404(findImportClass(context, id.data))
  return (
    <Texts of={['common', 'admin', 'classImport']}>
      <div className="min-w-0 flex-1 px-4 pt-5 pb-8 sm:px-6">
        <Link href={courseHref(id.data)} className="link text-sm">
          {title}
        </Link>
        <div className="mt-1 mb-5">
          <PageHead title={t('title')} />
        </div>
        <ImportScreen
          course={{ id: id.data, title, hasBoth: mode === 'HYBRID' }}
          zone={await viewerZone(context)}
        />
      </div>
    </Texts>
  )
}
