'use client'

import type { ComponentProps } from 'react'
import { ButtonLink } from '#components/ui/button-link.tsx'

/** A link out of a notice, which is read with that. */
export function ReadLink({ noticeId, ...props }: ComponentProps<typeof ButtonLink> & { noticeId: string }) {
  function read() {
    // It outlives the page that is left; where it is lost, the notice stays new.
    fetch('/api/v1/notices/read', {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ids: [noticeId] }),
    }).catch(() => {})
  }
  return <ButtonLink {...props} prefetch={false} onClick={read} />
}
