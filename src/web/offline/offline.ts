import './older-browsers.ts'
import { plain } from '../../kernel/capsule/capsule-fault.ts'
import type { Language, Words } from '../../kernel/words.ts'
import { element } from './element.ts'
import { words } from './offline.words.ts'
import { reported } from './reported.ts'
import { type Question, type Told, verifying } from './verifying.ts'

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
