/** 电网: the front door of the room. */
export { type ImportNetwork, importNetwork } from './import-network.ts'
export { NetworkRoom, type NetworkRoomPorts } from './network-room.ts'
export { type NetworkInForce, NetworkShelf, type NetworkShelfPorts } from './network-shelf.ts'
export type { NetworkVersion } from './network-version.ts'
export { publishOpenCapacity, reportOpenCapacity } from './open-capacity.ts'
export { networkRoutes } from './routes.ts'
export { showNetwork } from './show-network.ts'
export { listNetworkVersions } from './store.ts'
