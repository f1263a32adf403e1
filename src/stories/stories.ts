import { chargingPile } from './charging-pile.ts'
import { greenChannel } from './green-channel.ts'
import { hvFactory } from './hv-factory.ts'
import { hvHospitalDual } from './hv-hospital-dual.ts'
import { hvIncrease } from './hv-increase.ts'
import { lvResident } from './lv-resident.ts'
import { lvShopOneProof } from './lv-shop-one-proof.ts'
import { sentBack } from './sent-back.ts'
import type { Story } from './story.ts'
import { suspended } from './suspended.ts'
import { temporarySite } from './temporary-site.ts'
import { withdrawn } from './withdrawn.ts'

export const stories: readonly Story[] = [
  lvResident,
  lvShopOneProof,
  hvFactory,
  hvHospitalDual,
  hvIncrease,
  greenChannel,
  sentBack,
  withdrawn,
  suspended,
  temporarySite,
  chargingPile,
]
