import { homeOfPlate, type PlateHome } from '../../../../kernel/identifiers/plate-home.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { Tx } from '../../../../platform/database.ts'
import { type AgencyRef, enforcementIn, namesOfDivisions } from '../../../agencies/agencies.ts'
import type { SuggestedAddressee } from '../../kind.ts'

/**
 * Who is to be told by the plate of a vehicle: the agency of the region that issued it 车籍地 (62号令 Art. 44). A suggestion, which the
 * officer changes where the transport certificate says otherwise; it says so itself wherever the plate does not decide. Undefined
 * where there is no plate to read.
 */
export async function homeRegionOf(
  tx: Tx,
  { plate, askerId }: { readonly plate: string | undefined; readonly askerId: string },
): Promise<SuggestedAddressee | undefined> {
  if (!plate) return undefined
  const home = homeOfPlate(plate)
  if (!home) return { agency: null, isDoubtful: true, words: noProvince }
  const names = await namesOfDivisions(tx, home.divisions)
  const found = await enforcementIn(tx, home.divisions[0])
  if (!found) return { agency: null, isDoubtful: true, words: nobodyThere(home, names) }
  if (found.id === (askerId as AgencyId))
    return { agency: null, isDoubtful: true, words: ourOwn(home, found) }
  const isNear = found.divisionCode === home.divisions[0]
  return {
    agency: found,
    isDoubtful: home.isProvinceOnly || names.length > 1 || !isNear,
    words: suggestion(home, names, { found, isNear }),
  }
}

const all = (names: readonly Words[]): Words => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
})

function suggestion(
  home: PlateHome,
  names: readonly Words[],
  { found, isNear }: { readonly found: AgencyRef; readonly isNear: boolean },
): Words {
  const { prefix, isProvinceOnly } = home
  const { zh, en } = all(names)
  const agency = { zh: found.name, en: found.nameEn }
  if (names.length > 1)
    return {
      zh: `号牌“${prefix}”对应${zh}，仅凭号牌不能确定车籍地，暂按第一个建议抄告${agency.zh}。请核对道路运输证，不一致的改选。`,
      en: `${prefix} plates are issued in ${en}, so the plate does not decide; ${agency.en} is suggested as the likeliest. Check the transport certificate and change it where needed.`,
    }
  if (isProvinceOnly)
    return {
      zh: `号牌“${prefix}”只能看出在${zh}登记，看不出市县，暂按省级建议抄告${agency.zh}。请核对道路运输证后改选到市县。`,
      en: `${prefix} tells ${en} and no city, so ${agency.en} is suggested. Check the transport certificate and choose the city or county.`,
    }
  if (!isNear)
    return {
      zh: `号牌“${prefix}”由${zh}核发，机构目录中还没有该地的执法机构，暂按上一级建议抄告${agency.zh}。请核对，需要的改选。`,
      en: `${prefix} plates are issued in ${en}, where the directory has no agency yet; the one above it, ${agency.en}, is suggested. Check it and change it where needed.`,
    }
  return {
    zh: `号牌“${prefix}”由${zh}核发，建议抄告${agency.zh}；道路运输证记载的许可机关不同的，请改选。`,
    en: `${prefix} plates are issued in ${en}: ${agency.en} is suggested. Choose another where the transport certificate names one.`,
  }
}

const noProvince: Words = {
  zh: '从号牌看不出车籍地，请按道路运输证上的许可机关选择抄告机关。',
  en: 'The plate tells no region; choose by the licensing authority on the transport certificate.',
}

const nobodyThere = ({ prefix }: PlateHome, names: readonly Words[]): Words => ({
  zh: `号牌“${prefix}”对应${all(names).zh}，该省的机构还没有进入机构目录。请联系系统管理员补录，或先以函件抄告。`,
  en: `${prefix} plates are issued in ${all(names).en}, of whose province the directory has no agency yet. Ask the system administrator to add it, or notify by letter.`,
})

const ourOwn = ({ prefix }: PlateHome, found: AgencyRef): Words => ({
  zh: `号牌“${prefix}”的车籍地就在${found.name}辖区，不能抄告本机关。请选择许可该车辆、企业或驾驶人的其他机关。`,
  en: `${prefix} is at home with ${found.nameEn} itself. Choose whoever else licensed the vehicle, the enterprise or the driver.`,
})
