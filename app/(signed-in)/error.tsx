'use client'

import { Broken, type BrokenProps } from '#components/shell/broken.tsx'

/** The page failed, what stands around it did not. */
export default function BrokenInShell(props: BrokenProps) {
  return (
    <div className="flex flex-1 px-4 py-10">
      <Broken {...props} />
    </div>
  )
}
