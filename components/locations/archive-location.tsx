'use client'

import { Archive, ArchiveRestore, CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useClose } from '#components/forms/routed-drawer.tsx'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { CollisionList } from '#components/schedule/planning/collision-list.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { Location } from '#lib/locations/api.ts'

type ArchiveLocationProps = {
  location: Location
  zone: string
  closeHref: string
  change: Action<{ name: string }>
}

/** Archives or restores a location. Sessions that are still planned there are listed. */
export function ArchiveLocation({ location, zone, closeHref, change }: ArchiveLocationProps) {
  const t = useTranslations('locations.archive')
  const toast = useToast()
  const close = useClose(closeHref)
  const { name, archived } = location
  const { run, busy, failure } = useAction(change, () => {
    toast({ text: archived ? t('back', { name }) : t('done', { name }) })
    close()
  })
  return (
    <section className="mt-2 flex flex-col items-start gap-3 border-t pt-5">
      {failure ? (
        <div className="w-full">
          <Banner tone="failure" icon={<CircleAlert />}>
            {failure.message}
          </Banner>
          <CollisionList collisions={failure.collisions ?? []} zone={zone} />
        </div>
      ) : null}
      <p className="text-sm text-text-2">{archived ? t('isArchived') : t('hint')}</p>
      <Button
        icon={archived ? <ArchiveRestore /> : <Archive />}
        busy={busy}
        busyLabel={archived ? t('bringingBack') : t('archiving')}
        onClick={() => run({ locationId: location.id, archived: !archived })}
      >
        {archived ? t('bringBack') : t('archive')}
      </Button>
    </section>
  )
}
