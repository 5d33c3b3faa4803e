// Generated from the migrated database by `npm run schema`. Do not edit.

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<string, number | string, number | string>;

export interface AccessLog {
  account_id: Generated<string | null>;
  agency_id: Generated<string | null>;
  at: Generated<string>;
  facts: Generated<Json>;
  fields: Generated<string[]>;
  id: Generated<number>;
  matter_id: string | null;
  outcome: string;
  purpose: string | null;
  route: string | null;
  what: string;
}

export interface Account {
  active: Generated<boolean>;
  agency_id: string;
  /**
   * The number of the enforcement certificate 执法证, which an officer shows when acting (行政处罚法 Art. 55)
   */
  certificate_number: string | null;
  created_at: Generated<string>;
  created_by: Generated<string | null>;
  /**
   * Sits at the duty desk of the agency 值班
   */
  duty: Generated<boolean>;
  id: string;
  login: string;
  name: string;
  phone: string | null;
  roles: string[];
}

export interface Agency {
  active: Generated<boolean>;
  acts_in_name_of: string | null;
  code: string;
  created_at: Generated<string>;
  division_code: string | null;
  id: string;
  initials: string;
  kind: string;
  level: string;
  lines: string[];
  name: string;
  name_confidence: string;
  name_en: string;
  parent_id: string | null;
  path: string;
  pinyin: string;
  short_name: string;
  successor_id: string | null;
}

export interface AgencyNotification {
  agency_id: Generated<string>;
  duty_mail: string | null;
  duty_minutes: Generated<number>;
  webhook_paused_at: string | null;
  webhook_secret: string | null;
  webhook_sorts: Generated<string[]>;
  webhook_url: string | null;
}

export interface AgencyStamp {
  agency_id: string;
  digest: string;
  id: string;
  retired_at: string | null;
  set_at: string;
  set_by: string;
}

export interface Alarm {
  agency_id: string;
  ended_at: string | null;
  inbox_id: number;
  next_at: string;
  step: Generated<number>;
}

export interface Alliance {
  code: string;
  convenor_agency_id: string;
  id: string;
  is_default: Generated<boolean>;
  kinds: string[] | null;
  name: string;
  name_en: string;
  office_agency_id: string | null;
  since: string;
}

export interface AllianceMember {
  agency_id: string;
  alliance_id: string;
  role: string;
}

export interface AmountOverride {
  adopted_by: Generated<string>;
  alliance_id: string | null;
  confidence: string;
  created_at: Generated<string>;
  effective_from: string;
  effective_to: string | null;
  id: Generated<number>;
  province: string | null;
  reason: string;
  rule_id: string;
  value: number;
}

export interface ApiToken {
  agency_id: string;
  created_at: Generated<string>;
  created_by: Generated<string>;
  expires_at: string;
  id: string;
  last_used_at: string | null;
  name: string;
  revoked_at: string | null;
  scopes: string[];
  token_digest: Buffer;
}

export interface Attachment {
  added_at: Generated<string>;
  added_by: string | null;
  agency_id: string;
  digest: string;
  id: string;
  item: string | null;
  leg_no: number | null;
  matter_id: string;
  media_type: string;
  name: string;
  note: string | null;
  size: number;
  visible_to: string[] | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

export interface CalendarCorrection {
  day: string;
  id: Generated<number>;
  made_at: Generated<string>;
  made_by: Generated<string>;
  reason: string;
  source: string;
  working: boolean | null;
}

export interface CalendarFeed {
  account_id: Generated<string>;
  last_read_at: string | null;
  made_at: Generated<string>;
  secret_digest: Buffer;
}

export interface ChartState {
  kind: string;
  state: string;
}

export interface Clock {
  amber_at: string;
  due_at: string;
  entrusted: Generated<boolean>;
  extended_at: string | null;
  id: string;
  item: string | null;
  leg_no: number;
  matter_id: string;
  name: string;
  outcome: string | null;
  owes_id: string;
  paused_at: string | null;
  pauses: Generated<Json>;
  rule: Json;
  rule_id: string;
  started_at: string;
  stopped_at: string | null;
  told: Generated<string[]>;
  waits_id: string | null;
  wake_at: string | null;
}

export interface DeadlineRuleOverride {
  adopted_by: Generated<string>;
  alliance_id: string;
  created_at: Generated<string>;
  effective_from: string;
  effective_to: string | null;
  extension: number | null;
  id: Generated<number>;
  reason: string;
  rule_id: string;
  unit: string;
  value: number;
  variant: string | null;
}

export interface Delegation {
  agency_id: Generated<string>;
  ended_at: string | null;
  from_account: string;
  from_at: string;
  id: string;
  made_at: Generated<string>;
  made_by: Generated<string>;
  reason: string;
  to_account: string;
  until_at: string;
}

export interface Destination {
  again_at: Generated<string>;
  failures: Generated<number>;
  leased_until: Generated<string>;
  name: string;
}

export interface Dispatch {
  account_id: string | null;
  again_at: string;
  agency_id: string;
  attempts: Generated<number>;
  channel: string;
  destination: string;
  fault: string | null;
  id: string;
  made_at: string;
  purpose: string;
  settled_at: string | null;
  state: Generated<string>;
}

export interface Division {
  code: string;
  initials: string;
  level: string;
  name: string;
  name_en: string;
  parent_code: string | null;
  pinyin: string;
  pseudo: boolean;
  valid_from: string;
}

export interface DivisionNeighbour {
  a: string;
  b: string;
  confidence: string;
  contact_km: Numeric | null;
}

export interface Draft {
  account_id: string;
  action: string;
  agency_id: string;
  body: Json;
  leg_no: number;
  matter_id: string;
  saved_at: string;
  saved_by: string;
  version: number;
}

export interface DutyDesk {
  agency_id: string;
  hours: string;
  name: string;
  phone: string;
  urgent: boolean;
}

export interface Event {
  actor: Json;
  agency_id: string | null;
  at: string;
  body: Json;
  hash: Buffer;
  leg: number | null;
  matter_id: string;
  node: string;
  prev_hash: Buffer | null;
  salt: Buffer | null;
  seq: number;
  type: string;
  visible_to: string[] | null;
}

export interface FiledAct {
  agency_id: string;
  begins_at: string;
  behaviour: string;
  case_number: string;
  case_number_key: string;
  ends_at: string;
  filed_at: string;
  matter_id: string;
  released_at: string | null;
  roads: string[];
  subjects: string[];
}

export interface Idempotency {
  asked_by: string;
  at: Generated<string>;
  digest: Buffer;
  key: string;
  result: Json;
}

export interface Inbox {
  account_id: string | null;
  agency_id: string;
  at: string;
  id: Generated<number>;
  leg_no: number | null;
  matter_id: string;
  read_at: string | null;
  read_by: string | null;
  seq: number;
  type: string;
  urgent: Generated<boolean>;
}

export interface Installation {
  key: string;
  value: Json;
}

export interface Leg {
  answerer_id: string | null;
  asker_id: string;
  attending: Generated<string[]>;
  delivery: Generated<string>;
  delivery_fault: string | null;
  done: Generated<Json>;
  kind: string;
  matter_id: string;
  no: number;
  sent_at: string | null;
  settled_at: string | null;
  state: string;
  superior_id: string | null;
}

export interface Letter {
  certificate: string | null;
  code: string;
  content: Json;
  digest: string;
  id: string;
  issued_at: string;
  issuer_id: string;
  leg_no: number | null;
  legs: number[];
  matter_id: string;
  number: string;
  pdf_digest: string | null;
  pdf_size: number | null;
  permission_id: string | null;
  seq: number;
  serial: number;
  stamp_id: string | null;
  to_ids: string[];
  type: string;
  visible_to: string[] | null;
  void_legs: Generated<number[]>;
  year: number;
}

export interface LetterCounter {
  issuer_id: string;
  last: number;
  type: string;
  year: number;
}

export interface LetterSign {
  agency_id: string;
  set_at: Generated<string>;
  set_by: Generated<string>;
  sign: string;
}

export interface LetterTemplate {
  adopted_at: Generated<string>;
  adopted_by: Generated<string>;
  alliance_id: string;
  reason: string;
  template: Json;
  type: string;
  version: number;
}

export interface Liaison {
  account_id: string | null;
  agency_id: string;
  id: string;
  line: string;
  name: string;
  note: string | null;
  phone: string;
}

export interface MailToConfirm {
  account_id: string | null;
  agency_id: string;
  code: string;
  dispatch_id: string;
  expires_at: string;
  mail: string;
  tries_left: Generated<number>;
}

export interface Matter {
  alliance_id: string | null;
  content: Generated<Json>;
  head: Buffer;
  id: string;
  kind: string;
  lead_id: string;
  number: string;
  opened_at: string;
  opener_id: string;
  reviewer_id: string | null;
  settled_at: string | null;
  subject_key: string | null;
  title: string;
  urgency: Generated<string>;
  version: number;
}

export interface MatterLink {
  made_at: string;
  matter_id: string;
  other_id: string;
  relation: string;
}

export interface MatterSearch {
  matter_id: string;
  pairs: string[];
}

export interface NodeKey {
  created_at: Generated<string>;
  key_id: string;
  public_key: Buffer;
  retired_at: string | null;
  suite: string;
}

export interface Notice {
  account_id: string | null;
  agency_id: string;
  channel: string;
  dispatch_id: string | null;
  dropped: string | null;
  go_at: string;
  id: string;
  inbox_id: number;
  matter_id: string;
  seq: number;
  sort: string;
  unanswered: Generated<boolean>;
}

export interface NotificationChoice {
  about: string;
  account_id: Generated<string>;
  by_mail: Json;
  digest_at: string;
  mail: string | null;
  quiet_from: string | null;
  quiet_until: string | null;
}

export interface Party {
  agency_id: string;
  assignee_id: string | null;
  left_at: string | null;
  matter_id: string;
  readers: Generated<string[]>;
  restricted: Generated<boolean>;
  settled: Generated<boolean>;
}

export interface Password {
  account_id: string;
  hash: string;
  one_time: boolean;
  set_at: Generated<string>;
}

export interface Person {
  active: boolean | null;
  agency_id: string | null;
  certificate_number: string | null;
  duty: boolean | null;
  id: string | null;
  name: string | null;
  roles: string[] | null;
}

export interface PersonName {
  agency_id: string | null;
  id: string | null;
  name: string | null;
}

export interface Preference {
  account_id: Generated<string>;
  key: string;
  value: Json;
}

export interface RetentionReport {
  agency_id: string;
  file_id: string;
  kept_until: string;
  reported_at: Generated<string>;
  rule_id: string;
}

export interface Seal {
  count: number;
  key_id: string;
  no: number;
  prev_hash: Buffer | null;
  root: Buffer;
  sealed_at: string;
  signature: Buffer;
  suite: string;
}

export interface SealLeaf {
  hash: Buffer;
  leaf_no: number;
  matter_id: string;
  seal_no: number;
  seq: number;
}

export interface Session {
  account_id: string;
  created_at: Generated<string>;
  /**
   * The delegation under which the person stands in for somebody, while it lasts
   */
  delegation_id: string | null;
  ended_at: string | null;
  expires_at: string;
  id: string;
  last_used_at: Generated<string>;
  token_digest: Buffer;
  user_agent: string | null;
}

export interface SetAside {
  again_at: string;
  failures: Generated<number>;
  fault: string;
  job: string;
  matter_id: string;
  since: string;
  subject: string;
}

export interface SignInFailure {
  failures: number;
  last_failed_at: string;
  locked_until: string | null;
  login_digest: Buffer;
}

export interface StampPermission {
  agency_id: string;
  granted_at: string;
  granted_by: string;
  id: string;
  reason: string;
  revoked_at: string | null;
  revoked_by: string | null;
  types: string[];
  until: string | null;
}

export interface StoredFile {
  digest: string;
  size: number;
  stored_at: Generated<string>;
}

export interface Unsealed {
  hash: Buffer;
  matter_id: string;
  seq: number;
}

export interface Unspread {
  inbox_id: number;
}

export interface Upload {
  account_id: Generated<string | null>;
  agency_id: Generated<string>;
  begun_at: Generated<string>;
  digest: string | null;
  file_id: string | null;
  id: string;
  matter_id: string;
  media_type: string | null;
  name: string;
  particulars: Json;
  size: number;
}

export interface DB {
  access_log: AccessLog;
  account: Account;
  agency: Agency;
  agency_notification: AgencyNotification;
  agency_stamp: AgencyStamp;
  alarm: Alarm;
  alliance: Alliance;
  alliance_member: AllianceMember;
  amount_override: AmountOverride;
  api_token: ApiToken;
  attachment: Attachment;
  calendar_correction: CalendarCorrection;
  calendar_feed: CalendarFeed;
  chart_state: ChartState;
  clock: Clock;
  deadline_rule_override: DeadlineRuleOverride;
  delegation: Delegation;
  destination: Destination;
  dispatch: Dispatch;
  division: Division;
  division_neighbour: DivisionNeighbour;
  draft: Draft;
  duty_desk: DutyDesk;
  event: Event;
  filed_act: FiledAct;
  idempotency: Idempotency;
  inbox: Inbox;
  installation: Installation;
  leg: Leg;
  letter: Letter;
  letter_counter: LetterCounter;
  letter_sign: LetterSign;
  letter_template: LetterTemplate;
  liaison: Liaison;
  mail_to_confirm: MailToConfirm;
  matter: Matter;
  matter_link: MatterLink;
  matter_search: MatterSearch;
  node_key: NodeKey;
  notice: Notice;
  notification_choice: NotificationChoice;
  party: Party;
  password: Password;
  person: Person;
  person_name: PersonName;
  preference: Preference;
  retention_report: RetentionReport;
  seal: Seal;
  seal_leaf: SealLeaf;
  session: Session;
  set_aside: SetAside;
  sign_in_failure: SignInFailure;
  stamp_permission: StampPermission;
  stored_file: StoredFile;
  unsealed: Unsealed;
  unspread: Unspread;
  upload: Upload;
}
