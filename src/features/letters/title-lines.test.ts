import { describe, expect, test } from 'vitest'
import { titleLines, titlePieces } from './title-lines.ts'

describe('a title is broken between words only (GB/T 9704 §7.3.1)', () => {
  test.each([
    ['关于移送“车辆超限运输”案件的函', '关于 移送 “车辆 超限 运输” 案件的函'],
    ['关于抄告超限超载案件处理结果的函', '关于 抄告超限超载 案件 处理 结果的函'],
    ['四平市交通运输局关于协助调查的复函', '四平市 交通 运输局 关于 协助 调查的 复函'],
    ['关于送达决定书（〔2026〕5号）的函', '关于 送达 决定书 （〔2026〕 5号）的函'],
  ])('%s', (title, pieces) => {
    expect(titlePieces(title)).toEqual(pieces.split(' '))
  })

  test('and a word wider than a line is broken anywhere', () => {
    const name = 'A'.repeat(40)

    expect(titlePieces(`关于${name}的函`)).toEqual(['关于', ...name, '的', '函'])
  })

  test('nothing of a title is lost', () => {
    for (const title of ['', '，', '（（', '阿拉坦𠮷䶮·呼和浩特 的 函', '”“', 'ᠮᠣᠩᠭᠣᠯ 文'])
      expect(titlePieces(title).join('')).toBe(title)
  })
})

describe('the lines of a title', () => {
  test.each([
    ['案件移送回执', '案件移送回执'],
    ['关于移送“车辆超限运输”案件的函', '关于移送“车辆超限运输”案件的函'],
    ['关于“车辆超限运输”移送案件办理结果的反馈函', '关于“车辆超限运输”移送 案件办理结果的反馈函'],
    [
      '关于移送“未取得道路旅客运输经营许可擅自从事道路旅客运输经营”案件的函',
      '关于移送“未取得道路旅客运输经营许可 擅自从事道路旅客运输经营”案件的函',
    ],
  ])('are of like length: %s', (title, lines) => {
    expect(titleLines(title)).toEqual(lines.split(' '))
  })

  test('have no blank at their ends, and lose nothing else', () => {
    const title = `${'Transport of dangerous goods '.repeat(4)}案件的函`

    expect(titleLines(title).join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''))
    for (const line of titleLines(title)) expect(line).toBe(line.trim())
  })
})
