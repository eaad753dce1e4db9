import { type Context, useContext } from 'react'

/** Value of a context that the room provides. @throws Error outside the room */
export function useRequired<Value>(context: Context<Value | null>): Value {
  const value = useContext(context)
  if (!value) throw new Error('Outside the room')
  return value
}
