'use client'

import type { ComponentProps } from 'react'
import { request } from '#components/api/request.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { markReadEndpoint } from '#lib/inbox/endpoints.generated.ts'

/** A link out of a notice, which is read with that. */
export function ReadLink({ noticeId, ...props }: ComponentProps<typeof ButtonLink> & { noticeId: string }) {
  function read() {
    // It outlives the page that is left; where it is lost, the notice stays new.
    request(markReadEndpoint, { ids: [noticeId] }, { keepalive: true }).catch(() => {})
  }
  return <ButtonLink {...props} prefetch={false} onClick={read} />
}
