import { PictureInPicture2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'

/**
 * Keeps a tile's picture in a small window above other programs. Shown only if the browser supports it and
 * there is a picture.
 */
export function PictureInPictureButton({ name }: { name: string }) {
  const t = useTranslations('room')
  if (!document.pictureInPictureEnabled) return null
  const label = t('pictureInPicture', { name })
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={(event) => void toggle(event)}
      className="absolute top-1.5 right-10 grid size-7 place-items-center rounded-[8px] bg-[rgb(10_13_26/.78)] text-[#f6f1e9] opacity-0 transition-opacity duration-120 group-hover:opacity-100 focus-visible:opacity-100 focus-visible:-outline-offset-2 pointer-coarse:right-1.5 pointer-coarse:size-11 pointer-coarse:opacity-100 [&>svg]:size-4"
    >
      <PictureInPicture2 />
    </button>
  )
}

async function toggle({ currentTarget }: MouseEvent<HTMLButtonElement>): Promise<void> {
  const video = currentTarget.parentElement?.querySelector('video')
  if (!video) return
  if (document.pictureInPictureElement === video) await document.exitPictureInPicture()
  // Refused before the first frame. The next press succeeds.
  else await video.requestPictureInPicture().catch(() => {})
}
