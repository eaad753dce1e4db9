import { route } from '#lib/http/route.ts'
import { invitePeopleEndpoint } from '#lib/identity/invitations/api.ts'
import { invitePeople } from '#lib/identity/invitations/invite-people.ts'

export const POST = route(invitePeopleEndpoint, invitePeople)
