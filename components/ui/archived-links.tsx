import { useTranslations } from 'next-intl'
import { SegmentLinks } from './segment-links.tsx'

type ArchivedLinksProps = { show: 'archived' | undefined; hrefOf: (show?: 'archived') => string }

/** Switches a list between active and archived rows. Needs the texts of `common`. */
export function ArchivedLinks({ show, hrefOf }: ArchivedLinksProps) {
  const t = useTranslations('common.archivedLinks')
  return (
    <div className="pb-1">
      <SegmentLinks
        label={t('label')}
        links={[
          { href: hrefOf(), label: t('active'), current: !show },
          { href: hrefOf('archived'), label: t('archived'), current: show === 'archived' },
        ]}
      />
    </div>
  )
}
