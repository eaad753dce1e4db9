import { ArrowLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Brand } from '#components/ui/brand.tsx'
import { ButtonAnchor } from '#components/ui/button-anchor.tsx'
import { homePath } from '#components/ui/home-path.ts'
import type { Role } from '#lib/kernel/enums.ts'

/** Frame of the pages around the room: the brand, and the link back. */
export function PageFrame({ viewer, children }: { viewer: { role: Role }; children: ReactNode }) {
  const t = useTranslations('preview')
  const home = homePath(viewer.role)
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr]">
      <header className="flex h-15 items-center justify-between px-4 sm:h-16 sm:px-8">
        <a href={home} className="flex">
          <Brand />
        </a>
        <ButtonAnchor href={home} variant="ghost">
          <ArrowLeft aria-hidden="true" />
          <span className="sm:hidden">{t('backShort')}</span>
          <span className="hidden sm:inline">{t('back')}</span>
        </ButtonAnchor>
      </header>
      {children}
    </div>
  )
}

/** Two columns, the second with the width of a side column; a single column on a phone. */
export const twoColumns =
  'mx-auto grid w-full max-w-288 grid-cols-1 gap-6 px-4 pb-8 sm:px-8 lg:-mt-6 lg:grid-cols-[minmax(0,1fr)_26.25rem] lg:grid-rows-[auto_1fr] lg:gap-x-10 lg:gap-y-5 lg:self-center'
