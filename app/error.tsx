'use client'

import { Broken, type BrokenProps } from '#components/shell/broken.tsx'

/** Without the brand above it, which every page would carry along. */
export default function BrokenPage(props: BrokenProps) {
  return (
    <main className="flex min-h-dvh px-4 py-16">
      <Broken {...props} />
    </main>
  )
}
