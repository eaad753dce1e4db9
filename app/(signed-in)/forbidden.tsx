import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForbiddenMessage } from '#components/shell/refused-messages.tsx'
import { ReloadOnAccess } from '#components/shell/reload-on-access.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('forbiddenTitle') }
}

export default function NotYoursInShell() {
  return (
    <div className="flex flex-1 px-4 py-10">
      <ForbiddenMessage />
      <ReloadOnAccess />
    </div>
  )
}
