import { plateColours } from '../../../kernel/identifiers/plate.ts'
import type { Words } from '../../../kernel/words.ts'
import type { FieldWords } from '../kind.ts'

type FieldsWords = Readonly<Record<string, FieldWords>>
type OptionWords = Readonly<Record<string, Words>>

/** Words of a vehicle's fields under a path such as `vehicle`. */
export const vehicleFieldWords = (path: string): FieldsWords => ({
  [`${path}.plate`]: {
    zh: '车牌号',
    en: 'Plate',
    hint: {
      zh: '字母没有 I 和 O；可带“挂”“学”等字。',
      en: 'There is no letter I or O; a suffix such as 挂 belongs to it.',
    },
  },
  [`${path}.colour`]: {
    zh: '号牌颜色',
    en: 'Plate colour',
    hint: {
      zh: '同一车牌号可能有两种颜色，须与颜色一起才能确定一辆车。',
      en: 'The same characters may exist in two colours; only both together identify a vehicle.',
    },
  },
  [`${path}.plateNote`]: {
    zh: '号牌说明',
    en: 'About the plate',
    hint: {
      zh: '仅当系统不认识该号牌时填写，例如“临时号牌”“境外号牌”。',
      en: 'Only where the plate is not recognised, such as "temporary plate" or "foreign plate".',
    },
  },
  [`${path}.type`]: { zh: '车辆类型', en: 'Type of vehicle' },
  [`${path}.transportCertificate`]: { zh: '道路运输证号', en: 'Transport certificate no.' },
  [`${path}.trailerPlate`]: { zh: '挂车车牌号', en: 'Plate of the trailer' },
  [`${path}.owner`]: {
    zh: '车辆所有人',
    en: 'Owner of the vehicle',
    hint: { zh: '行驶证上的所有人，可能不是当事人。', en: 'As on the licence; this need not be the party.' },
  },
})

/** Words of the sizes of a vehicle with its load under a path. */
export const sizeFieldWords = (path: string): FieldsWords => ({
  [`${path}.lengthM`]: {
    zh: '车货总长（米）',
    en: 'Total length (m)',
    hint: {
      zh: '精确到厘米，如 18.35。没有测量的、持大件许可且未超过许可尺寸的不填。',
      en: 'To the centimetre, such as 18.35. Leave out what was not measured, or stays within a permit.',
    },
  },
  [`${path}.widthM`]: { zh: '车货总宽（米）', en: 'Total width (m)' },
  [`${path}.heightM`]: { zh: '车货总高（米）', en: 'Total height (m)' },
})

/** Words of a ship's fields under a path. */
export const shipFieldWords = (path: string): FieldsWords => ({
  [`${path}.name`]: { zh: '船名', en: 'Name of the ship' },
  [`${path}.type`]: { zh: '船舶类型', en: 'Type of ship' },
  [`${path}.mmsi`]: { zh: 'MMSI', en: 'MMSI', hint: { zh: '9 位数字。', en: 'Nine digits.' } },
  [`${path}.identificationNumber`]: {
    zh: '船舶识别号',
    en: 'Ship identification no.',
    hint: { zh: 'CN 加 11 位数字。', en: 'CN and eleven digits.' },
  },
  [`${path}.transportCertificate`]: { zh: '船舶营业运输证号', en: 'Transport certificate no.' },
  [`${path}.operator`]: { zh: '船舶经营人', en: 'Operator of the ship' },
})

/** Words of a person's and an organisation's fields under a path. */
export const partyFieldWords = (path: string): FieldsWords => ({
  [`${path}.kind`]: { zh: '类别', en: 'Kind' },
  [`${path}.name`]: { zh: '姓名或名称', en: 'Name' },
  [`${path}.idNumber`]: {
    zh: '公民身份号码',
    en: 'Citizen id',
    hint: { zh: '默认隐藏；每次查看都会留下记录。', en: 'Masked; each reading of it is recorded.' },
  },
  [`${path}.idNumberNote`]: {
    zh: '证件号码说明',
    en: 'About the citizen id',
    hint: {
      zh: '仅当证件上的号码校验位不符时填写；不要在此写号码。',
      en: 'Only when the number on the card fails its check; do not repeat the number here.',
    },
  },
  [`${path}.phone`]: { zh: '联系电话', en: 'Telephone' },
  [`${path}.address`]: { zh: '住址（住所）', en: 'Address' },
  [`${path}.creditCode`]: { zh: '统一社会信用代码', en: 'Credit code' },
  [`${path}.creditCodeNote`]: {
    zh: '信用代码说明',
    en: 'About the credit code',
    hint: {
      zh: '仅当证照上的代码校验位不符时填写，例如“与营业执照一致”。',
      en: 'Only when the code on the licence fails its check, such as "as on the licence".',
    },
  },
  [`${path}.representative`]: { zh: '法定代表人（负责人）', en: 'Legal representative' },
})

/** Words of the fields of whatever enforcement looks for, under the path of its list. */
export const subjectFieldWords = (path: string): FieldsWords => ({
  ...partyFieldWords(path),
  ...vehicleFieldWords(path),
  ...shipFieldWords(path),
  [`${path}.kind`]: { zh: '类别', en: 'Kind' },
  [`${path}.name`]: { zh: '姓名、名称或船名', en: 'Name' },
  [`${path}.type`]: { zh: '类型', en: 'Type' },
  [`${path}.transportCertificate`]: { zh: '运输证号', en: 'Transport certificate no.' },
})

export const vehicleTypeWords: OptionWords = {
  coach: { zh: '班线客车', en: 'Scheduled coach' },
  'tour-coach': { zh: '旅游包车', en: 'Tour coach' },
  hazmat: { zh: '危险货物运输车', en: 'Dangerous goods vehicle' },
  truck: { zh: '普通货车', en: 'Truck' },
  tractor: { zh: '牵引车', en: 'Tractor unit' },
  trailer: { zh: '挂车', en: 'Trailer' },
  bus: { zh: '公共汽车', en: 'City bus' },
  taxi: { zh: '巡游出租汽车', en: 'Taxi' },
  'ride-hailing': { zh: '网络预约出租汽车', en: 'Ride-hailing car' },
  car: { zh: '小型客车', en: 'Car' },
  other: { zh: '其他', en: 'Other' },
}

export const shipTypeWords: OptionWords = {
  passenger: { zh: '客船类', en: 'Passenger ship' },
  cargo: { zh: '货船类', en: 'Cargo ship' },
  tanker: { zh: '液货船类', en: 'Tanker' },
  engineering: { zh: '工程船类', en: 'Engineering ship' },
  work: { zh: '工作船类', en: 'Work boat' },
  tug: { zh: '拖（推）船类', en: 'Tug or pusher' },
  other: { zh: '其他', en: 'Other' },
}

export const partyKindWords = {
  person: { zh: '个人', en: 'Person' },
  organisation: { zh: '单位', en: 'Organisation' },
} as const satisfies OptionWords

/** Words of the closed lists among these fields, under the path of their list. */
export const subjectOptionWords = (path: string): Readonly<Record<string, OptionWords>> => ({
  [`${path}.kind`]: {
    vehicle: { zh: '车辆', en: 'Vehicle' },
    ship: { zh: '船舶', en: 'Ship' },
    ...partyKindWords,
  },
  [`${path}.colour`]: plateColours,
  [`${path}.type`]: { ...shipTypeWords, ...vehicleTypeWords },
})

/** What every kind has confirmed before anything leaves the agency: this system is not for classified matters. */
export const declarationFieldWords: FieldsWords = {
  declaration: { zh: '确认', en: 'Declaration' },
  'declaration.noStateSecrets': {
    zh: '内容和附件不涉及国家秘密',
    en: 'Neither text nor files contain state secrets',
    hint: { zh: '涉密内容严禁录入本系统。', en: 'Nothing classified may be entered here.' },
  },
}

/** Whom the other side rings up. */
export const contactFieldWords: FieldsWords = {
  contact: {
    zh: '联系人',
    en: 'Contact',
    hint: { zh: '对方可直接联系的经办人。', en: 'Whom the other side may ring up.' },
  },
  'contact.name': { zh: '姓名', en: 'Name' },
  'contact.phone': { zh: '办公电话', en: 'Office telephone' },
}

/** The officers who act, two at least. */
export const officerFieldWords: FieldsWords = {
  officers: { zh: '执法人员', en: 'Officers', hint: { zh: '不少于两人。', en: 'Two at least.' } },
  'officers[].name': { zh: '姓名', en: 'Name' },
  'officers[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
}

/** Reason codes, the same in every kind, so that they can be counted across regions. */
export const reasonWords = {
  NoJurisdiction: { zh: '不属于本机关管辖', en: 'Not within our jurisdiction' },
  AlreadyFiledElsewhere: { zh: '其他机关已先行立案', en: 'Another agency filed it first' },
  WrongSubject: { zh: '当事人认定有误', en: 'Wrong party' },
  NotAnOffenceHere: { zh: '依法不构成违法', en: 'Not an offence under the law that applies' },
  OutsideLimitation: { zh: '已超过追究时效', en: 'Outside the limitation period' },
  Duplicate: { zh: '与已办理的事项重复', en: 'Duplicate of a matter already handled' },
  MissingDocument: { zh: '要求补正后材料仍不齐全', en: 'Documents still missing after a supplement' },
  InsufficientEvidence: { zh: '证据或线索不足，无法查证', en: 'Too little to go on' },
} as const satisfies OptionWords
