/** Invented customers; identity numbers and codes are computed from invented parts, so that their check digits hold. */
export interface StoryCustomer {
  readonly phone: string
  readonly kind: 'owner' | 'tenant' | 'agent' | 'sole-trader' | 'passport-holder' | 'enterprise'
  readonly name: string
  readonly contactName: string
  readonly idKind: 'id-card' | 'credit-code' | 'passport'
  readonly idNumber: string
  readonly address: string
  readonly unitId: string
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Region 339999 does not exist, so the number is nobody's. */
export function inventedIdNumber(serial: number): string {
  const body = `33999919${String(60 + (serial % 39)).padStart(2, '0')}0${1 + (serial % 9)}1${serial % 10}${String(serial % 1000).padStart(3, '0')}`
  const sum = idWeights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return body + '10X98765432'[sum % 11]
}

const codeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export function inventedCreditCode(serial: number): string {
  const body = `91339999MA${String(serial).padStart(7, '0')}`
  const sum = codeWeights.reduce(
    (total, weight, index) => total + weight * codeCharacters.indexOf(body[index] ?? ''),
    0,
  )
  return body + codeCharacters[(31 - (sum % 31)) % 31]
}

export function resident(serial: number, name: string, address: string, unitId = 'chengguan'): StoryCustomer {
  return {
    phone: `1370000${String(serial).padStart(4, '0')}`,
    kind: 'owner',
    name,
    contactName: name,
    idKind: 'id-card',
    idNumber: inventedIdNumber(serial),
    address,
    unitId,
  }
}

export function enterprise(
  serial: number,
  name: string,
  contactName: string,
  address: string,
  unitId = 'chengguan',
): StoryCustomer {
  return {
    phone: `1380000${String(serial).padStart(4, '0')}`,
    kind: 'enterprise',
    name,
    contactName,
    idKind: 'credit-code',
    idNumber: inventedCreditCode(serial),
    address,
    unitId,
  }
}
