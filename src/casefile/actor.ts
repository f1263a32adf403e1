/** Every role of a staff member; the word a process file names in `tongdian:role`. */
export const staffRoles = [
  'clerk', // 受理员
  'account-manager', // 客户经理
  'designer', // 方案设计
  'planning', // 发展
  'operation', // 配电运检
  'dispatcher', // 调控
  'marketing', // 营销会签
  'works-engineer', // 工程管理
  'inspector', // 检验 (用电检查)
  'cashier', // 业务收费
  'contract-officer', // 合同
  'meter-crew', // 装表
  'archivist', // 归档
  'manager', // 业扩班长, 主管
  'auditor', // 审计
  'administrator', // 管理员
] as const

export type StaffRole = (typeof staffRoles)[number]

export const voltageClasses = ['lv', 'hv'] as const
export type VoltageClass = (typeof voltageClasses)[number]

/** One role a staff member holds: in one unit (null: everywhere) and for some voltage classes. */
export interface RoleGrant {
  readonly role: StaffRole
  readonly unitId: string | null
  readonly voltageClasses: readonly VoltageClass[]
}

export interface StaffActor {
  readonly kind: 'staff'
  readonly companyId: string
  readonly staffId: string
  readonly name: string
  readonly unitId: string
  readonly grants: readonly RoleGrant[]
}

/** A customer signed in by phone code; `customerKey` is what a case row names as the account that may see it. */
export interface CustomerActor {
  readonly kind: 'customer'
  readonly companyId: string
  readonly customerKey: string
  readonly name: string
  readonly phone: string
}

/** The system itself: timers, relays, nightly jobs. */
export interface SystemActor {
  readonly kind: 'system'
  readonly companyId: string
  readonly name: string
}

export type Actor = StaffActor | CustomerActor | SystemActor

/** How a fact names who did it: `staff:zhou-lan`, `customer:13900000000`, `system:limit-watch`. */
export function actorRef(actor: Actor): string {
  if (actor.kind === 'staff') return `staff:${actor.staffId}`
  if (actor.kind === 'customer') return `customer:${actor.customerKey}`
  return `system:${actor.name}`
}

export function holdsRole(actor: Actor, role: string): boolean {
  return actor.kind === 'staff' && actor.grants.some((grant) => grant.role === role)
}

/** May this person act in `role` for a case of this unit and voltage class? */
export function mayActAs(actor: Actor, role: string, unitId: string, voltageClass: VoltageClass): boolean {
  return (
    actor.kind === 'staff' &&
    actor.grants.some(
      (grant) =>
        grant.role === role &&
        (grant.unitId === null || grant.unitId === unitId) &&
        grant.voltageClasses.includes(voltageClass),
    )
  )
}
