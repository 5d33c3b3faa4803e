import { queryOptions } from '@tanstack/react-query'
import type { AgencyNotification } from '../../../features/notification/agency-notification.ts'
import type { CalendarFeed } from '../../../features/notification/calendar-feed.ts'
import type { NotificationChoice } from '../../../features/notification/choice.ts'
import type { AddressState } from '../../../features/notification/confirm-mail.ts'
import { call } from '../../api/call.ts'

/** What the server says of how one is told. */
export type Notification = {
  readonly choice: NotificationChoice
  readonly mailState: AddressState
  readonly mailIsThere: boolean
  readonly calendar: CalendarFeed | null
  readonly agency: AgencyNotification | null
}

export const notificationQuery = queryOptions({
  queryKey: ['notification'],
  queryFn: ({ signal }) => call<Notification>('GET', '/notification', { signal }),
})
