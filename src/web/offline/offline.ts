import './older-browsers.ts'
import { plain, visible } from '../../kernel/capsule/capsule-fault.ts'
import type { CapsuleReport } from '../../kernel/capsule/verify-capsule.ts'
import type { Language, Words } from '../../kernel/words.ts'
import { words } from './offline.words.ts'
import { type GivenEvent, type Question, type Told, verifying } from './verifying.ts'

/*
 * The offline page and its worker in one: the page starts a worker from its own text, so one file is all there is. Everything from a capsule
 * is put on the page as text, never as markup.
 */

if (typeof document === 'undefined') listenAsWorker()
else openPage((document.currentScript as HTMLScriptElement).textContent ?? '')

function listenAsWorker(): void {
  const scope = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>
  scope.addEventListener('message', (event) => {
    const { data } = event as MessageEvent<Question>
    void verifying(data, (told) => scope.postMessage(told))
  })
}

/** What the page shows now. */
type State = {
  language: Language
  told: Told | undefined
  /** Counts the files that were chosen, so that an answer about an earlier one is not shown. */
  turn: number
  worker: Worker | undefined
  file: File | undefined
  /** Events that were handed out by themselves. */
  events: readonly File[]
}

function openPage(script: string): void {
  const state: State = {
    language: navigator.language.startsWith('en') ? 'en' : 'zh',
    told: undefined,
    turn: 0,
    worker: undefined,
    file: undefined,
    events: [],
  }
  const say = (each: Words) => each[state.language]
  const pin = element('input', { id: 'pin', type: 'text', autocomplete: 'off', spellcheck: 'false' })
  const remember = element('input', { id: 'remember', type: 'checkbox' })
  const chooser = element('input', { id: 'file', type: 'file', accept: '.zip,application/zip' })
  const events = element('input', {
    id: 'events',
    type: 'file',
    accept: '.json,application/json',
    multiple: '',
  })
  const result = element('section', { id: 'result', 'aria-live': 'polite' })
  const pinFault = element('p', { class: 'bad', role: 'alert' })
  pin.value = rememberedPin()
  remember.checked = pin.value !== ''

  const begin = () => {
    const { file } = state
    const keys = pin.value
      .toLowerCase()
      .split(/[\s,;:，；]+/)
      .filter((key) => key !== '')
    const isRight = keys.every((key) => /^[0-9a-f]{64}$/.test(key))
    pinFault.textContent = isRight ? '' : say(words.pinWrong)
    if (!isRight) return
    rememberPin(remember.checked ? keys.join(' ') : '')
    if (!file) {
      result.replaceChildren(element('p', {}, say(state.events.length > 0 ? words.capsuleToo : words.none)))
      return
    }
    state.turn += 1
    const { turn } = state
    state.worker?.terminate()
    state.told = { done: 0, all: file.size }
    show()
    const tell = (told: Told) => {
      if (turn !== state.turn) return
      state.told = told
      show()
    }
    const question: Question = { file, events: state.events, trustedKeys: keys.length > 0 ? keys : null }
    state.worker = ownWorker(script)
    if (!state.worker) return void verifying(question, tell)
    state.worker.onmessage = ({ data }: MessageEvent<Told>) => tell(data)
    // A browser that lets a page start no worker: the same, on the page itself.
    state.worker.onerror = () => void verifying(question, tell)
    state.worker.postMessage(question)
  }

  const choose = (files: readonly File[]) => {
    const isEvent = ({ name }: File) => /\.json$/i.test(name)
    const given = files.filter(isEvent)
    if (given.length > 0) state.events = given
    state.file = files.find((file) => !isEvent(file)) ?? state.file
    if (files.length > 0) begin()
  }
  chooser.addEventListener('change', () => choose([...(chooser.files ?? [])]))
  events.addEventListener('change', () => {
    state.events = [...(events.files ?? [])]
    begin()
  })
  pin.addEventListener('change', begin)
  remember.addEventListener('change', begin)
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    choose([...(event.dataTransfer?.files ?? [])])
  })

  const frame = () => {
    document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en'
    document.title = say(words.title)
    const language = element('button', { type: 'button', class: 'quiet' }, say(words.otherLanguage))
    language.addEventListener('click', () => {
      state.language = state.language === 'zh' ? 'en' : 'zh'
      frame()
      show()
    })
    const save = location.protocol.startsWith('http')
      ? [element('a', { href: location.pathname, download: 'xiezhi-verify.html' }, say(words.save))]
      : []
    document.body.replaceChildren(
      element('header', {}, element('h1', {}, say(words.title)), language),
      element('p', {}, say(words.promise), ' ', ...save),
      element(
        'div',
        { class: 'choose' },
        element('label', { for: 'file' }, say(words.choose)),
        chooser,
        element('p', { class: 'soft' }, say(words.drop)),
        element('label', { for: 'events' }, say(words.chooseEvents)),
        events,
        element('label', { for: 'pin' }, say(words.pin)),
        pin,
        pinFault,
        element('p', { class: 'soft' }, say(words.pinHint)),
        element('label', { class: 'row', for: 'remember' }, remember, say(words.remember)),
      ),
      result,
    )
  }
  const show = () => {
    const { told, file } = state
    if (told === undefined) return
    if ('done' in told) {
      const bar = element('progress', {
        max: String(Math.max(1, told.all)),
        'aria-label': say(words.working),
      })
      bar.value = told.done
      result.replaceChildren(element('p', {}, `${say(words.working)} ${plain(file?.name ?? '')}`), bar)
    } else if ('refused' in told) {
      result.replaceChildren(
        element('h2', { class: 'verdict bad' }, say(words.refused)),
        element('p', {}, say(told.refused)),
      )
    } else result.replaceChildren(...reported(told.report, told.given, say))
  }
  frame()
}

/** A worker made from the page's own script; undefined where a browser lets a page from a folder start none. */
function ownWorker(script: string): Worker | undefined {
  try {
    return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
  } catch {
    return undefined
  }
}

type Say = (each: Words) => string

function reported(report: CapsuleReport, given: readonly GivenEvent[], say: Say): HTMLElement[] {
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
      [report.number, report.title ?? '', report.kind ? say(report.kind) : ''].map(plain).join(' · '),
    ],
    [words.reader, plain(say({ zh: report.reader.name, en: report.reader.nameEn }))],
    [
      words.events,
      `${report.version}: ${counts
        .filter(([, count]) => count > 0)
        .map(([label, count]) => `${say(label)} ${count}`)
        .join(', ')}`,
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

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** Some browsers keep nothing for a page opened from a folder; then it is asked for again. */
function rememberedPin(): string {
  try {
    return localStorage.getItem('xiezhi.node-key') ?? ''
  } catch {
    return ''
  }
}

function rememberPin(keys: string): void {
  try {
    if (keys === '') localStorage.removeItem('xiezhi.node-key')
    else localStorage.setItem('xiezhi.node-key', keys)
  } catch {
    // Not kept; nothing else depends on it.
  }
}
