'use client'

import type { ComponentProps } from 'react'
import { request } from '#components/api/request.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { markReadEndpoint } from '#lib/inbox/endpoints.generated.ts'

/** A link in a notice; a click marks the notice as read. */
export function ReadLink({ noticeId, ...props }: ComponentProps<typeof ButtonLink> & { noticeId: string }) {
  function read() {
    // The request continues after the page is left. If it fails, the notice stays unread.
    request(markReadEndpoint, { ids: [noticeId] }, { keepalive: true }).catch(() => {})
  }
  return <ButtonLink {...props} prefetch={false} onClick={read} />
}
