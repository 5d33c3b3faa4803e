/** A page of a list and where the next one begins. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null }

/** `GET /demo-accounts`. */
export type DemoAccounts = {
  readonly password: string
  readonly accounts: readonly {
    readonly login: string
    readonly name: string
    readonly agency: { readonly name: string; readonly nameEn: string }
    readonly roles: readonly string[]
  }[]
}
