import { ChevronLeft, ChevronRight, Hand as HandIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { TileKey } from '#components/classroom/room-state/tile-key.ts'
import { useHands } from '#components/classroom/room-state/use-hands.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { pageOf, type TilePage } from './page-of-tiles.ts'

type GridPagesProps = {
  all: TileKey[]
  shown: TilePage<TileKey>
  perPage: number
  onTurn: (page: number) => void
}

/**
 * Below a grid of several pages: the current page, the number of people on others, and the first raised hand
 * there.
 */
export default function GridPages({ all, shown: { tiles, page, pages }, perPage, onTurn }: GridPagesProps) {
  const t = useTranslations('room.strip')
  const faces = (keys: TileKey[]) => keys.filter(({ source }) => source === 'camera').length
  return (
    <div className="flex h-10 flex-none items-center gap-1.5">
      <IconButton
        label={t('previous', { page, pages })}
        icon={<ChevronLeft />}
        disabled={page === 0}
        onClick={() => onTurn(page - 1)}
      />
      <span className="text-sm font-medium tabular-nums">{t('pageOf', { page: page + 1, pages })}</span>
      <span aria-hidden="true" className="hidden gap-1.25 px-1 md:flex">
        {[...Array(pages).keys()].map((index) => (
          <i
            key={index}
            className={`h-1.5 rounded-full ${index === page ? 'w-4 bg-text' : 'w-1.5 bg-border-strong'}`}
          />
        ))}
      </span>
      <IconButton
        label={t('next', { page: page + 2, pages })}
        icon={<ChevronRight />}
        disabled={page === pages - 1}
        onClick={() => onTurn(page + 1)}
      />
      <span className="min-w-0 flex-1 truncate pl-2 text-sm text-text-2 max-md:invisible">
        {t('more', { count: faces(all) - faces(tiles), pages, page: page === 0 ? 2 : 1 })}
      </span>
      <HandElsewhere {...{ all, perPage, page, onTurn }} />
    </div>
  )
}

/** The first raised hand in the queue that is not on this page, with a button to its page. */
function HandElsewhere({
  all,
  perPage,
  page: currentPage,
  onTurn,
}: Pick<GridPagesProps, 'all' | 'perPage' | 'onTurn'> & { page: number }) {
  const t = useTranslations('room.strip')
  const elsewhere = useHands()
    .map(({ userId, name }, index) => ({ name, place: index + 1, page: pageOf(all, userId, perPage) }))
    .find(({ page }) => page !== null && page !== currentPage)
  if (!elsewhere || elsewhere.page === null) return null
  const { name, place: position, page } = elsewhere
  return (
    <button
      type="button"
      onClick={() => onTurn(page)}
      className="flex min-h-8 min-w-0 items-center gap-1.5 rounded-control px-2 text-sm font-medium text-primary-text hover:bg-hover"
    >
      <HandIcon aria-hidden="true" className="size-4 flex-none" />
      <span className="truncate">{t('handElsewhere', { name, place: position, page: page + 1 })}</span>
    </button>
  )
}
