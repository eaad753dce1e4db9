'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useClose } from '#components/forms/routed-drawer.tsx'
import { type Action, useAction } from '#components/forms/use-action.ts'
import { CollisionList } from '#components/schedule/planning/collision-list.tsx'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { Confirmation } from '#components/ui/dialog.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { ManagedPerson } from '#lib/people/api.ts'

type EraseButtonProps = {
  person: Pick<ManagedPerson, 'id' | 'name'>
  zone: string
  closeHref: string
  action: Action<{ name: string }>
}

/** Erases a person, after a confirmation that lists what stays and what goes. Cannot be undone. */
export function EraseButton({ person, zone, closeHref, action }: EraseButtonProps) {
  const t = useTranslations('invitations.erase')
  const toast = useToast()
  const close = useClose(closeHref)
  const [asking, setAsking] = useState(false)
  const { run, busy, failure } = useAction(action, ({ name }) => {
    setAsking(false)
    close()
    toast({ text: t('done', { name }) })
  })
  return (
    <>
      <Button variant="danger-quiet" className="self-start" onClick={() => setAsking(true)}>
        {t('open')}
      </Button>
      <Confirmation
        open={asking}
        onClose={() => setAsking(false)}
        title={t('title', { name: person.name })}
        description={t('description')}
        confirm={t('confirm')}
        keep={t('keep')}
        busy={busy}
        busyLabel={t('busy')}
        onConfirm={() => run({ userId: person.id })}
      >
        <div className="flex flex-col gap-3">
          <p>{t('stays')}</p>
          <p>{t('goes')}</p>
          {failure ? (
            <Banner tone="failure" icon={<CircleAlert />}>
              {failure.message}
            </Banner>
          ) : null}
          {failure?.collisions ? <CollisionList collisions={failure.collisions} zone={zone} /> : null}
        </div>
      </Confirmation>
    </>
  )
}
