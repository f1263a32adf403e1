/** A text in both languages. */
export interface Words {
  readonly zh: string
  readonly en: string
}

export type WordList = Readonly<Record<string, Words>>

/** Fields of the shapes that forms of every room share (`form-shapes.ts`). */
const sharedFields: WordList = {
  location: { zh: '现场定位', en: 'Position' },
  longitude: { zh: '经度', en: 'Longitude' },
  latitude: { zh: '纬度', en: 'Latitude' },
  track: { zh: '路径', en: 'Track' },
  accuracyM: { zh: '定位精度', en: 'Accuracy' },
  photos: { zh: '照片', en: 'Photos' },
  note: { zh: '备注', en: 'Note' },
  sha256: { zh: '文件校验值', en: 'File hash' },
  signature: { zh: '签名', en: 'Signature' },
  code: { zh: '验证码', en: 'Code' },
  method: { zh: '签署方式', en: 'Signed by' },
  picture: { zh: '签名图', en: 'Picture' },
  counterVisit: { zh: '临柜原因', en: 'Counter visit' },
  cause: { zh: '原因', en: 'Cause' },
}

const sharedValues: WordList = {
  'method.phone-code': { zh: '手机验证码', en: 'Phone code' },
  'method.handwritten': { zh: '手写', en: 'Handwritten' },
  'method.counter': { zh: '柜台', en: 'At the counter' },
}

/**
 * How a room speaks: its fields by their names, everything else by kind: `value.<field>.<choice>`, `useCase.…`, `fact.…`,
 * `refusal.…`, `notice.…`. `kinds` holds each list under its prefix.
 */
export function roomLabels(fields: WordList, kinds: Readonly<Record<string, WordList>>): WordList {
  const labels: Record<string, Words> = { ...sharedFields, ...fields }
  for (const [prefix, words] of Object.entries({ ...kinds, value: { ...sharedValues, ...kinds.value } })) {
    for (const [key, value] of Object.entries(words)) labels[`${prefix}.${key}`] = value
  }
  return labels
}
