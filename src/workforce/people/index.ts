export { AddStaff, AddUnit, ChangeStaff } from './api.ts'
export { addStaff, addUnit, changeStaff, type StaffAccounts } from './keep-people.ts'
export { insertStaff, insertUnit, listStaff, listUnits, type Unit } from './store.ts'
