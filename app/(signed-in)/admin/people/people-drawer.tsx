import { ChangePersonDrawer } from '#components/people/change-person-drawer.tsx'
import { ErasedPersonDrawer } from '#components/people/erased-person-drawer.tsx'
import { InviteDrawer } from '#components/people/invite-drawer.tsx'
import { NewPersonDrawer } from '#components/people/new-person-drawer.tsx'
import { peopleHref } from '#components/people/people-href.ts'
import { listClasses } from '#lib/classes/list-classes.ts'
import type { Context } from '#lib/context/context.ts'
import { pageOr404 } from '#lib/http/current-context.ts'
import type { Role } from '#lib/kernel/enums.ts'
import type { UserId } from '#lib/kernel/ids.ts'
import { readAllPages } from '#lib/kernel/read-all-pages.ts'
import { findUser } from '#lib/people/find-user.ts'
import {
  changePerson,
  createPerson,
  erasePerson,
  resendPersonInvitation,
  revokePersonInvitation,
  sendInvitations,
  sendResetLink,
} from './actions.ts'

type PeopleDrawerProps = {
  context: Context
  /** Filters and position of the list beside the drawer. */
  shown: { role?: Role; search?: string; after?: string }
  panel: 'invite' | 'new' | 'change'
  person: UserId | undefined
  zone: string
}

/** The drawer that is open beside the list of people. */
export async function PeopleDrawer({ context, shown, panel, person, zone }: PeopleDrawerProps) {
  const closeHref = peopleHref(shown)
  const role = shown.role ?? 'STUDENT'
  if (panel === 'new') return <NewPersonDrawer role={role} closeHref={closeHref} action={createPerson} />
  if (panel === 'invite') {
    const classes = await readAllPages((page) => listClasses(context, page))
    return (
      <InviteDrawer
        role={role}
        classes={classes.map(({ id, title, mode, capacity }) => ({ id, title, mode, capacity }))}
        zone={zone}
        closeHref={closeHref}
        createHref={peopleHref({ ...shown, panel: 'new' })}
        action={sendInvitations}
      />
    )
  }
  if (!person) return null
  const found = await pageOr404(findUser(context, { userId: person }))
  if (found.erased) return <ErasedPersonDrawer person={found} closeHref={closeHref} />
  return (
    <ChangePersonDrawer
      key={person}
      person={found}
      isSelf={person === context.actor.id}
      zone={zone}
      closeHref={closeHref}
      action={changePerson}
      actions={{
        resendInvitation: resendPersonInvitation,
        revokeInvitation: revokePersonInvitation,
        sendReset: sendResetLink,
      }}
      erase={erasePerson}
    />
  )
}
