import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotYours } from '#components/shell/missing.tsx'
import { ReloadOnceGiven } from '#components/shell/reload-once-given.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('forbiddenTitle') }
}

export default function NotYoursInShell() {
  return (
    <div className="flex flex-1 px-4 py-10">
      <NotYours />
      <ReloadOnceGiven />
    </div>
  )
}
