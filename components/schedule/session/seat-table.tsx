import { Check, MapPin, Monitor, Plus, UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Action } from '#components/forms/use-action.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ExportLink } from '#components/ui/export-link.tsx'
import { HeadCell, Table, TableHead, TableRow } from '#components/ui/table.tsx'
import { addressOf } from '#lib/api/client.ts'
import type { SessionDetail } from '#lib/sessions/api.ts'
import { exportSeatsEndpoint } from '#lib/sessions/endpoints.generated.ts'
import { SeatDeviceCheck } from './seat-device-check.tsx'
import { SeatRowActions } from './seat-row-actions.tsx'
import { SeatSwitch } from './seat-switch.tsx'
import { sessionHref } from './session-href.ts'
import { Waitlist } from './waitlist.tsx'

export type SeatActions = Record<'seat' | 'unseat' | 'letIn' | 'switch', Action<unknown>>

type Seats = NonNullable<SessionDetail['seats']>

type SeatTableProps = {
  session: SessionDetail
  seats: Seats
  zone: string
  /** The server's time, ISO. */
  now: string
  /** Removes a student from the waitlist. */
  removeFromWaitlist: Action<unknown>
  actions: SeatActions
  /** Another action is the next step. */
  quiet: boolean
}

/** The people with a seat, those inside and those removed, with the actions on each. */
export function SeatTable({
  session,
  seats,
  zone,
  now,
  removeFromWaitlist: takeOut,
  actions,
  quiet,
}: SeatTableProps) {
  const t = useTranslations('admin.session')
  const seatTexts = useTranslations('seats')
  const { canChange, canModerate } = session.abilities
  const live = session.status === 'in_progress'
  const bothKinds = session.inPersonCapacity > 0
  const showsChecks = seats.some(({ lastCheck }) => lastCheck !== undefined)
  const checkTexts = useTranslations('deviceCheck.seat')
  const values = {
    taken: session.seatsTaken + session.inPersonSeatsTaken,
    capacity: session.capacity + session.inPersonCapacity,
    inside: seats.filter((seat) => seat.inside).length,
  }
  const adding = (
    <ButtonLink
      href={sessionHref(session.id, 'seat')}
      scroll={false}
      variant={quiet ? 'secondary' : 'primary'}
      size="sm"
      icon={<Plus />}
    >
      {t('addPeople')}
    </ButtonLink>
  )
  return (
    <section
      aria-labelledby="seats"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll container needs to be reachable by keyboard
      tabIndex={0}
      className="@container min-h-0 min-w-0 overflow-y-auto pb-8 focus-visible:-outline-offset-2 max-lg:border-t max-lg:pt-5"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-3 sm:px-8">
        <h2 id="seats" className="text-h3">
          {t('seats')}
        </h2>
        <span className="text-sm text-text-2 tabular-nums">
          {live ? t('seatsAndInside', values) : t('seatsOf', values)}
        </span>
        <span className="ml-auto flex flex-wrap gap-2">
          {seats.length > 0 ? (
            <ExportLink size="sm" href={addressOf(exportSeatsEndpoint, { sessionId: session.id })} />
          ) : null}
          {canChange ? adding : null}
        </span>
      </div>
      {seats.length === 0 ? (
        <EmptyState className="border-t px-4 py-6 sm:px-8" title={t('noSeats')}>
          {canChange ? t('noSeatsPlan') : t('noSeatsLead')}
        </EmptyState>
      ) : (
        <Table>
          <TableHead>
            <HeadCell className="pl-4 sm:pl-8">{t('person')}</HeadCell>
            <HeadCell className="w-30 @xl:w-44">{t('state')}</HeadCell>
            {showsChecks ? (
              <HeadCell className="w-44 @max-2xl:hidden">{checkTexts('heading')}</HeadCell>
            ) : null}
            {bothKinds ? <HeadCell className="w-46 @max-xl:hidden">{seatTexts('where')}</HeadCell> : null}
            {canModerate ? (
              <HeadCell className="w-24 pr-3 sm:pr-6 @xl:w-44">
                <span className="sr-only">{t('actions')}</span>
              </HeadCell>
            ) : null}
          </TableHead>
          <tbody>
            {seats.map((seat) => (
              <TableRow key={seat.id} className="h-12">
                <td className="pr-2 pl-4 sm:pl-8">
                  <span className="flex items-center gap-2.75">
                    <Avatar id={seat.id} name={seat.name} size="sm" />
                    <span className="min-w-0 leading-tight">
                      <span className="block truncate font-medium">{seat.name}</span>
                      {seat.email ? (
                        <span className="block truncate text-xs text-text-2">{seat.email}</span>
                      ) : null}
                    </span>
                  </span>
                  {showsChecks ? (
                    <span className="mb-1 block @2xl:hidden">
                      <SeatDeviceCheck check={seat.lastCheck ?? null} zone={zone} now={now} />
                    </span>
                  ) : null}
                  {bothKinds ? (
                    <span className="mb-2 block @xl:hidden">
                      <SeatKindCell session={session} seat={seat} actions={actions} narrow />
                    </span>
                  ) : null}
                </td>
                <td>
                  <SeatState seat={seat} live={live} />
                </td>
                {showsChecks ? (
                  <td className="@max-2xl:hidden">
                    <SeatDeviceCheck check={seat.lastCheck ?? null} zone={zone} now={now} />
                  </td>
                ) : null}
                {bothKinds ? (
                  <td className="@max-xl:hidden">
                    <SeatKindCell session={session} seat={seat} actions={actions} />
                  </td>
                ) : null}
                {canModerate ? (
                  <td className="pr-3 text-right sm:pr-6">
                    <SeatRowActions
                      sessionId={session.id}
                      seat={seat}
                      mayUnseat={canChange}
                      actions={actions}
                    />
                  </td>
                ) : null}
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      {session.waitlist && session.waitlist.length > 0 ? (
        <div className="max-w-xl px-4 pt-6 sm:px-8">
          <h2 className="mb-3 text-h3">{seatTexts('title')}</h2>
          <Waitlist
            sessionId={session.id}
            entries={session.waitlist}
            zone={zone}
            removeFromWaitlist={canChange ? takeOut : null}
          />
        </div>
      ) : null}
    </section>
  )
}

type SeatKindCellProps = {
  session: SessionDetail
  seat: Seats[number]
  actions: SeatActions
  /** The second copy on the page, for narrow windows. */
  narrow?: boolean
}

/** A seat's kind, with a switch for viewers who may change it. */
function SeatKindCell({ session, seat, actions, narrow = false }: SeatKindCellProps) {
  const common = useTranslations('common.seatKinds')
  if (session.abilities.canSwitchSeat) {
    return <SeatSwitch sessionId={session.id} seat={seat} narrow={narrow} switchSeat={actions.switch} />
  }
  return (
    <span className="inline-flex items-center gap-1.75 text-text-2 [&_svg]:size-3.75 [&_svg]:stroke-[1.75]">
      {seat.kind === 'in_person' ? <MapPin aria-hidden="true" /> : <Monitor aria-hidden="true" />}
      {common(seat.kind)}
    </span>
  )
}

function SeatState({ seat, live }: { seat: Seats[number]; live: boolean }) {
  const t = useTranslations('admin.session')
  if (seat.removed) {
    return (
      <Badge tone="bad" icon={<UserX />}>
        {t('removedBadge')}
      </Badge>
    )
  }
  if (seat.inside) {
    return (
      <Badge tone="ok" icon={<Check />}>
        {t('inside')}
      </Badge>
    )
  }
  return <span className="text-sm text-text-2">{live ? t('outside') : t('seated')}</span>
}
