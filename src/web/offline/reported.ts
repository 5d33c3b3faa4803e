import { plain, visible } from '../../kernel/capsule/capsule-fault.ts'
import type { CapsuleReport } from '../../kernel/capsule/verify-capsule.ts'
import { numberWithKind } from '../../kernel/kind-before.ts'
import type { Words } from '../../kernel/words.ts'
import { element } from './element.ts'
import { words } from './offline.words.ts'
import type { GivenEvent } from './verifying.ts'

type Say = (each: Words) => string

/** What was found, as it stands on the page: the verdict, what does not fit, events handed out, keys, contents and parts. */
export function reported(report: CapsuleReport, given: readonly GivenEvent[], say: Say): HTMLElement[] {
  const { events, faults, faultCount, isSound, keys } = report
  const isPinned = keys.every(({ isTrusted }) => isTrusted !== null)
  const areTrusted = keys.every(({ isTrusted }) => isTrusted)
  const unpinned = isSound ? words.unpinned : words.inconsistent
  const trust = isPinned ? (areTrusted ? words.pinned : words.otherKey) : unpinned
  const counts: [Words, number][] = [
    [words.inFull, events.recorded],
    [words.maskedEvents, events.masked],
    [words.withheld, events.withheld],
    [words.sealed, events.sealed],
    [words.waiting, events.waiting],
  ]
  const facts: [Words, string][] = [
    [
      words.matter,
      [
        report.kind ? say(numberWithKind(report.number, report.kind)) : report.number,
        ...(report.title ? [report.title] : []),
      ]
        .map(plain)
        .join(' · '),
    ],
    [words.reader, plain(say({ zh: report.reader.name, en: report.reader.nameEn }))],
    [
      words.events,
      `${report.version}${say(words.colon)}${counts
        .filter(([, count]) => count > 0)
        .map(([label, count]) => `${say(label)} ${count}`)
        .join(say(words.comma))}`,
    ],
    [words.span, `${chinaTime(events.firstAt)} – ${chinaTime(events.lastAt)}`],
    [words.letters, report.letters.map(({ number }) => plain(number)).join('、') || say(words.none)],
    [words.files, report.files.map(({ name }) => plain(name)).join('、') || say(words.none)],
  ]
  return [
    element(
      'h2',
      { class: `verdict ${isSound ? 'good' : 'bad'}` },
      say(isSound ? words.sound : words.unsound),
    ),
    element('p', {}, say(trust)),
    ...(report.masked ? [element('p', {}, say(words.masked))] : []),
    ...(faultCount > 0
      ? [
          element('h3', {}, `${say(words.faults)} (${faultCount})`),
          element('ul', { id: 'faults' }, ...faults.map((fault) => element('li', {}, say(fault.words)))),
          ...(faultCount > faults.length ? [element('p', {}, say(words.moreFaults))] : []),
        ]
      : []),
    ...given.map((each) => handedOut(each, isSound, say)),
    element('h3', {}, say(words.keys)),
    element(
      'ul',
      { id: 'keys' },
      ...keys.map(({ keyId, isTrusted }) =>
        element(
          'li',
          isTrusted === false ? { class: 'bad' } : {},
          element('code', {}, groups(keyId)),
          ` ${say(keyId === report.signedBy ? words.signedBy : words.sealedBy)}`,
        ),
      ),
    ),
    element('h3', {}, say(words.holds)),
    element(
      'dl',
      {},
      ...facts.flatMap(([label, value]) => [element('dt', {}, say(label)), element('dd', {}, value)]),
    ),
    element('h3', {}, `${say(words.items)} (${report.items.length})`),
    element(
      'table',
      { id: 'items' },
      element(
        'tr',
        {},
        ...[words.item, words.size, words.verdict].map((each) => element('th', { scope: 'col' }, say(each))),
      ),
      ...report.items
        .slice(0, mostRows)
        .map(({ path, size, isSound: isItemSound }) =>
          element(
            'tr',
            isItemSound ? {} : { class: 'bad' },
            element('td', {}, plain(path)),
            element('td', { class: 'number' }, size.toLocaleString()),
            element('td', {}, say(isItemSound ? words.ok : words.notOk)),
          ),
        ),
    ),
  ]
}

/** An event that was handed out by itself: whether it is the capsule's, what does not fit, and what it says. */
function handedOut(given: GivenEvent, isSound: boolean, say: Say): HTMLElement {
  const title = element('h3', {}, `${say(words.handedOut)} ${plain(given.name)}`)
  if ('refused' in given)
    return element('section', { class: 'event' }, title, element('p', { class: 'bad' }, say(given.refused)))
  const { event, found } = given
  const { actor, leg, visibleTo, body } = event
  const isProven = found.isOfCapsule && isSound
  const verdict = found.isOfCapsule ? (isSound ? words.belongs : words.belongsUnsound) : words.foreign
  const facts: [Words, string][] = [
    [words.eventNumber, String(event.seq)],
    [words.eventTime, chinaTime(event.at)],
    [words.eventType, plain(event.type)],
    [words.node, plain(event.node)],
  ]
  return element(
    'section',
    { class: 'event' },
    title,
    element('div', { class: `event-verdict ${isProven ? 'good' : 'bad'}` }, say(verdict)),
    ...(found.why ? [element('p', { class: 'bad' }, say(found.why))] : []),
    element(
      'dl',
      {},
      ...facts.flatMap(([label, value]) => [element('dt', {}, say(label)), element('dd', {}, value)]),
    ),
    element('p', { class: 'soft' }, say(words.eventSays)),
    element(
      'pre',
      { tabindex: '0' },
      JSON.stringify({ body, actor, leg, visibleTo }, null, 2).split('\n').map(visible).join('\n'),
    ),
  )
}

/** A page of more rows is no help to anybody; what does not fit is named above. */
const mostRows = 2_000

/** An instant as people in China write it. */
const chinaTime = (at: string | null): string =>
  at === null ? '–' : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** A fingerprint as people compare it: eight groups of eight. */
const groups = (keyId: string): string => keyId.match(/.{8}/g)?.join(' ') ?? keyId
