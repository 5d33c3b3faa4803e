import { rolesWith } from '../people/people.ts'

/** Roles that read matters at all; the three administrators read none. */
export const readingRoles = [
  ...new Set(
    (['handle', 'approve', 'lead', 'designate', 'oversee', 'convene', 'hotline'] as const).flatMap((power) =>
      rolesWith(power),
    ),
  ),
]
