import { expect, test } from 'vitest'
import { englishDivisionName } from './division-names.ts'
import { soundOf, syllablesOf } from './pinyin-of.ts'

test.each([
  ['铁岭执法支队', 'tielingzhifazhidui', 'tlzfzd'],
  ['珲春市', 'hunchunshi', 'hcs'],
  ['绿园区', 'lvyuanqu', 'lyq'],
  ['大箐山县', 'daqingshanxian', 'dqsx'],
  ['昌图县 102 国道超限检测站', 'changtuxian102guodaochaoxianjiancezhan', 'ctx102gdcxjcz'],
])('%s is typed %s or %s', (name, pinyin, initials) => {
  expect(soundOf(name)).toEqual({ pinyin, initials })
})

test('a name and its short name are kept apart', () => {
  expect(soundOf('铁岭市', '铁岭').initials).toBe('tls/tl')
})

test.each([
  ['昌图县', 'Changtu County'],
  ['铁岭市', 'Tieling City'],
  ['阜新蒙古族自治县', 'Fuxin Autonomous County'],
  ['喀喇沁左翼蒙古族自治县', 'Kalaqinzuoyi Autonomous County'],
  ['前郭尔罗斯蒙古族自治县', "Qianguo'erluosi Autonomous County"],
  ['鄂温克族自治旗', 'Ewenkezu Autonomous Banner'],
  ['科尔沁左翼后旗', "Ke'erqinzuoyihou Banner"],
  ['大兴安岭地区', "Daxing'anling Prefecture"],
  ['锡林郭勒盟', 'Xilinguole League'],
  ['旅顺口区', 'Lüshunkou District'],
  ['内蒙古自治区', 'Inner Mongolia'],
  ['辽宁省', 'Liaoning Province'],
])('%s is %s in English', (name, english) => {
  expect(englishDivisionName(name, syllablesOf(name).join(' '))).toBe(english)
})
