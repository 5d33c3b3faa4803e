/**
 * The numbers of signing in, in one place. GB/T 22239-2019 level 3 asks for complexity, rotation, lock-out and time-out
 * without giving numbers, so each is a default of ours (confidence D).
 */
export const signInRules = {
  /** Wrong passwords in a row that lock a login. */
  failuresBeforeLock: 5,
  /** How long the lock lasts; also how soon old failures are forgotten. */
  lockMinutes: 15,
  /** A session ends after so long without a request. */
  idleMinutes: 30,
  /** A session ends after so long in any case. */
  sessionHours: 12,
  passwordLength: { least: 10, most: 128 },
  /** Of upper case, lower case, digits and signs, so many kinds. */
  passwordKinds: 3,
  /** How many of the last passwords may not come back. */
  passwordsRemembered: 5,
  /** After so long a password has to be changed. */
  passwordDays: 90,
  /** Passwords checked at the same time in one process; each takes 19 MiB and a connection. */
  checksAtOnce: 4,
  /** Sign-ins that may wait for their turn; more are asked to come back. */
  checksWaiting: 400,
  /** The longest life of a program's token. */
  tokenDays: 366,
} as const
