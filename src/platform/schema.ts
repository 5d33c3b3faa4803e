// Generated from the migrated database by `npm run schema`. Do not edit.
// biome-ignore lint/suspicious/noExplicitAny: replaced by the generated types.
export type DB = any
