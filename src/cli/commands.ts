import type { Command } from './command.ts'

/** All commands, each loaded only when it is called, so that a small one starts in an instant. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  work: async () => (await import('./work.ts')).work,
  migrate: async () => (await import('./migrate.ts')).migrate,
  demo: async () => (await import('./demo.ts')).demo,
  deadline: async () => (await import('./deadline.ts')).deadline,
  export: async () => (await import('./export.ts')).export_,
  verify: async () => (await import('./verify.ts')).verify,
  administrator: async () => (await import('./administrator.ts')).administrator,
  matters: async () => (await import('./matters.ts')).matters,
  letters: async () => (await import('./letters.ts')).letters,
  cases: async () => (await import('./cases.ts')).cases,
  agencies: async () => (await import('./agencies.ts')).agencies,
  db: async () => (await import('./db.ts')).db,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
}
