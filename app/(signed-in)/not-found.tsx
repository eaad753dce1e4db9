import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotFoundMessage } from '#components/shell/refused-messages.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('notFoundTitle') }
}

export default function MissingInShell() {
  return (
    <div className="flex flex-1 px-4 py-10">
      <NotFoundMessage />
    </div>
  )
}
