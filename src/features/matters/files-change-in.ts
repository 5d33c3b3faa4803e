import { isBeingWritten } from './is-being-written.ts'
import { kindOf } from './kinds/kinds.ts'

/**
 * True in the states in which files come and go before a matter is sent: while its content is written. What nobody is sent, such as a
 * case, collects them all along, except while a reviewer has them before him.
 */
export function filesChangeIn(kindName: string, state: string): boolean {
  const { mostAddressees, filesRestIn = [] } = kindOf(kindName)
  return isBeingWritten(kindName, state) || (mostAddressees === 0 && !filesRestIn.includes(state))
}
