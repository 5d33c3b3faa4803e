import { join } from 'node:path'
import { openTypesetter, type Typesetter } from './typesetter.ts'

/** What letters are made with: the typesetter, the keys of the agencies, and the address their codes lead to. */
export type Press = AsyncDisposable & {
  readonly typesetter: Typesetter
  readonly keysFolder: string
  readonly publicUrl: string
}

/** Opens the press over the data folder: keys in `keys/agencies`, fonts of one's own in `fonts`. */
export function openPress(folder: string, publicUrl: string): Press {
  const typesetter = openTypesetter(join(folder, 'fonts'))
  return {
    typesetter,
    keysFolder: join(folder, 'keys', 'agencies'),
    publicUrl,
    [Symbol.asyncDispose]: () => typesetter[Symbol.asyncDispose](),
  }
}
