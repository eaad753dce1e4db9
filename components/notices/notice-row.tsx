import { useTranslations } from 'next-intl'
import type { Notice } from '#lib/inbox/api.ts'
import { formatTime } from '#lib/time/format.ts'
import { NoticeIcon } from './notice-icon.tsx'
import { ReadLink } from './read-link.tsx'

type NoticeRowProps = {
  notice: Notice
  zone: string
  /** The only highlighted notice of the page. */
  isNext: boolean
}

/** A notice and its actions. */
export function NoticeRow({ notice, zone, isNext }: NoticeRowProps) {
  const t = useTranslations('notices')
  const { id, icon, title, createdAt, unread } = notice
  return (
    <li className="relative grid grid-cols-[2.375rem_minmax(0,1fr)] items-start gap-x-3.5 gap-y-2.5 border-t py-3.25 pr-5 pl-6 first:border-t-0 sm:grid-cols-[2.375rem_minmax(0,1fr)_6.5rem] sm:items-center">
      {unread ? (
        <span
          aria-hidden="true"
          className="absolute top-1/2 left-2.25 -mt-1 size-2 rounded-full bg-primary max-sm:top-8"
        />
      ) : null}
      <NoticeIcon icon={icon} />
      <div className="min-w-0">
        <div className="flex items-baseline justify-between gap-3">
          <h3 className={unread ? 'text-[0.9375rem]/5.5 font-semibold' : 'text-[0.9375rem]/5.5 font-medium'}>
            {unread ? <span className="sr-only">{t('unread')}: </span> : null}
            {title}
          </h3>
          <time dateTime={createdAt} className="flex-none text-sm text-text-2 tabular-nums">
            {formatTime(createdAt, zone)}
          </time>
        </div>
        <NoticeText notice={notice} />
      </div>
      <NoticeLink notice={notice} isNext={isNext} key={id} />
    </li>
  )
}

function NoticeText({ notice: { text, textChange } }: { notice: Notice }) {
  const t = useTranslations('notices')
  if (!textChange) return <p className="text-sm text-text-2 tabular-nums">{text}</p>
  return (
    <p className="text-sm text-text-2 tabular-nums">
      <span className="sr-only">{t('was')} </span>
      <s>{textChange.was}</s>
      <span className="sr-only">. </span> <span className="font-medium text-text">{textChange.now}</span>
    </p>
  )
}

function NoticeLink({
  notice: { id, title, href, canJoin },
  isNext,
}: Pick<NoticeRowProps, 'notice' | 'isNext'>) {
  const t = useTranslations('notices')
  if (!href) return null
  return (
    <div className="flex max-sm:col-start-2 sm:justify-end">
      {canJoin ? (
        <ReadLink noticeId={id} size="sm" variant={isNext ? 'primary' : 'secondary'} href={`${href}/room`}>
          {t('join')}
        </ReadLink>
      ) : (
        <ReadLink noticeId={id} size="sm" href={href} aria-label={t('openNamed', { title })}>
          {t('open')}
        </ReadLink>
      )}
    </div>
  )
}
