/** The front door of people: what other features and the composition root may use. */
export { AppointAdministrator, appointAdministrator, appointmentJob } from './appoint-administrator.ts'
export { actorOfSession, authenticate, sessionCookie } from './authenticate.ts'
export { createDemoAccounts, demoAccounts, demoPassword } from './demo-accounts.ts'
export { canBeAssigned, listPeople, namesOf } from './list-people.ts'
export { peopleRoutes } from './people.routes.ts'
export { personActor, requirePower } from './person-actor.ts'
export { powersOf, type Role, roleNames, roles, rolesWith } from './roles.ts'
export { absenteesOf, whoAnswersFor } from './who-answers-for.ts'
