/** 容量台账: the front door of the room. */
export { CapacityLedger, type LedgerPorts, type NetworkGround } from './book-case.ts'
export { doLedgerCommand, type LedgerGround } from './capacity-ledger.ts'
export { ledgerMessages } from './messages.ts'
export { capacityRoutes, showCapacityOf } from './routes.ts'
export { tellCases } from './tell-case.ts'
