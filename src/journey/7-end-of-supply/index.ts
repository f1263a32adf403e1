/** 终止用电: the front door of the room. */
import { closeBilling } from './close-billing.ts'
import { decideExtension } from './decide-extension.ts'
import { endTemporarySupply } from './end-temporary-supply.ts'
import { switchOffSupply } from './switch-off-supply.ts'
import { takeBackMeters } from './take-back-meters.ts'

export const endOfSupplyUseCases = [endTemporarySupply, decideExtension, switchOffSupply, takeBackMeters, closeBilling]
