import type { RoleGrant, StaffRole, VoltageClass } from '#casefile/actor'

export interface DemonstrationUnit {
  readonly unitId: string
  readonly name: string
  readonly kind: 'station' | 'department'
}

export interface DemonstrationPerson {
  readonly staffId: string
  readonly name: string
  readonly unitId: string
  readonly phone: string
  readonly grants: readonly RoleGrant[]
}

export const demonstrationCompany = { name: '澄溪县供电公司', code: 'demo', province: '33' } as const

export const demonstrationUnits: readonly DemonstrationUnit[] = [
  { unitId: 'chengguan', name: '城关供电所', kind: 'station' },
  { unitId: 'shiqiao', name: '石桥供电所', kind: 'station' },
  { unitId: 'liulin', name: '柳林供电所', kind: 'station' },
  { unitId: 'marketing', name: '营销部', kind: 'department' },
  { unitId: 'planning', name: '发展建设部', kind: 'department' },
  { unitId: 'operation', name: '配电运检部', kind: 'department' },
  { unitId: 'dispatching', name: '电力调度控制中心', kind: 'department' },
]

const both: readonly VoltageClass[] = ['lv', 'hv']

function person(
  staffId: string,
  name: string,
  unitId: string,
  roles: readonly StaffRole[],
  { everywhere = false, classes = both }: { everywhere?: boolean; classes?: readonly VoltageClass[] } = {},
): DemonstrationPerson {
  return {
    staffId,
    name,
    unitId,
    phone: `139${String(demonstrationNumber(staffId)).padStart(8, '0')}`,
    grants: roles.map((role) => ({ role, unitId: everywhere ? null : unitId, voltageClasses: classes })),
  }
}

/** A number for the person's demonstration phone, the same every time. */
function demonstrationNumber(staffId: string): number {
  return [...staffId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_000_000, 7)
}

const everywhere = { everywhere: true } as const

/** Every role at least once, and twice where duties must be separated. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  person('zhou-lan', '周岚', 'chengguan', ['account-manager', 'clerk']),
  person('xu-kexin', '许可心', 'chengguan', ['account-manager']),
  person('ma-xiao', '马骁', 'chengguan', ['account-manager'], { classes: ['lv'] }),
  person('he-min', '何敏', 'chengguan', ['clerk']),
  person('lin-jing', '林静', 'shiqiao', ['account-manager', 'clerk']),
  person('tang-yue', '唐悦', 'liulin', ['account-manager', 'clerk']),
  person('shen-yiwen', '沈亦文', 'marketing', ['designer'], everywhere),
  person('lu-ming', '陆鸣', 'marketing', ['designer'], everywhere),
  person('han-li', '韩立', 'planning', ['planning'], everywhere),
  person('qin-feng', '秦峰', 'operation', ['operation'], everywhere),
  person('cao-yun', '曹运', 'operation', ['operation'], everywhere),
  person('he-zhiqiang', '何志强', 'dispatching', ['dispatcher'], everywhere),
  person('pan-wei', '潘炜', 'dispatching', ['dispatcher'], everywhere),
  person('luo-simin', '罗思敏', 'marketing', ['contract-officer'], everywhere),
  person('wei-qing', '魏青', 'marketing', ['marketing'], everywhere),
  person('gao-jianjun', '高建军', 'marketing', ['inspector'], everywhere),
  person('liu-chang', '刘畅', 'marketing', ['inspector'], everywhere),
  person('ding-hao', '丁浩', 'marketing', ['works-engineer'], everywhere),
  person('sun-li', '孙立', 'marketing', ['meter-crew'], everywhere),
  person('wu-peng', '吴鹏', 'marketing', ['meter-crew'], everywhere),
  person('jin-hui', '金慧', 'marketing', ['cashier'], everywhere),
  person('fan-rui', '范瑞', 'marketing', ['archivist'], everywhere),
  person('liu-jianping', '刘建平', 'marketing', ['manager'], everywhere),
  person('song-ya', '宋雅', 'chengguan', ['manager']),
  person('zheng-an', '郑安', 'marketing', ['auditor'], everywhere),
  person('administrator', '管理员', 'marketing', ['administrator'], everywhere),
]
