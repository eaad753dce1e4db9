import { redirect } from 'next/navigation'
import { homeOf } from '#components/ui/home-of.ts'
import { currentContext } from '#lib/http/current-context.ts'

export default async function Home() {
  const { actor } = await currentContext()
  redirect(homeOf(actor.role))
}
