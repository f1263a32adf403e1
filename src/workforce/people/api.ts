import { z } from 'zod'
import { staffRoles, voltageClasses } from '#casefile/actor'

export const Grant = z.object({
  role: z.enum(staffRoles),
  unitId: z.string().min(1).max(60).nullable(),
  voltageClasses: z.array(z.enum(voltageClasses)).min(1),
})

export const AddStaff = z.object({
  staffId: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'staff-id-shape'),
  name: z.string().trim().min(1).max(60),
  unitId: z.string().min(1).max(60),
  phone: z.string().regex(/^1[3-9]\d{9}$/, 'phone-shape'),
  login: z.string().regex(/^[a-z0-9._-]{3,40}$/, 'login-shape'),
  grants: z.array(Grant).min(1).max(60),
})
export type AddStaff = z.infer<typeof AddStaff>

export const ChangeStaff = z.object({
  active: z.boolean().optional(),
  grants: z.array(Grant).max(60).optional(),
  absentUntil: z.iso.date().nullable().optional(),
  coverStaffId: z.string().nullable().optional(),
})
export type ChangeStaff = z.infer<typeof ChangeStaff>

export const AddUnit = z.object({
  unitId: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'unit-id-shape'),
  name: z.string().trim().min(1).max(60),
  parentId: z.string().nullable(),
  kind: z.enum(['station', 'department', 'team']),
})
export type AddUnit = z.infer<typeof AddUnit>
