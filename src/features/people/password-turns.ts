import { signInRules } from './sign-in-rules.ts'
import { takeTurns } from './turns.ts'

/**
 * The line that everything stands in that checks a password: it costs memory and holds a connection, so a rush at eight
 * in the morning, or an attack, leaves the rest of the server its room.
 */
export const inPasswordTurn = takeTurns(signInRules.checksAtOnce, signInRules.checksWaiting)
