'use client'

import { Broken, type BrokenProps } from '#components/shell/broken.tsx'
import { NoticePage } from '#components/shell/notice-page.tsx'

export default function BrokenPage(props: BrokenProps) {
  return (
    <NoticePage>
      <Broken {...props} />
    </NoticePage>
  )
}
