/** 载体与设备: the computers, disks and printers that may hold state secrets, and what is done with them (F2). */

/** What a carrier or device is. */
export const MEDIUM_KINDS = ['computer', 'laptop', 'disk', 'stick', 'disc', 'printer', 'other'] as const
export type MediumKind = (typeof MEDIUM_KINDS)[number]
export const mediumKindLabel: Record<MediumKind, string> = {
  computer: '涉密计算机',
  laptop: '涉密便携式计算机',
  disk: '涉密移动硬盘',
  stick: 'U盘',
  disc: '光盘',
  printer: '打印机/复印机',
  other: '其他设备',
}
/** What could be connected, and must not be: said at registration (F2(2)). */
export const CONNECTABLE_KINDS = ['computer', 'laptop', 'printer'] as const satisfies readonly MediumKind[]
/** What goes from hand to hand; the others stand in their place and have a 责任人. */
export const MOVABLE_KINDS = ['laptop', 'disk', 'stick', 'disc', 'other'] as const satisfies readonly MediumKind[]

/** Where a carrier is: one place at any minute. What is taken out of use waits for its destruction, which the desk 销毁 carries out (实施条例28). */
export const MEDIUM_STATES = ['inStore', 'out', 'inRepair', 'retired', 'toDestroy', 'destroyed', 'lost'] as const
export type MediumState = (typeof MEDIUM_STATES)[number]
export const mediumStateLabel: Record<MediumState, string> = {
  inStore: '在库',
  out: '领用',
  inRepair: '维修',
  retired: '停用待销毁',
  toDestroy: '已列销毁',
  destroyed: '已销毁',
  lost: '遗失',
}

/** 领用: within the unit it begins in the person's hands; 携带外出 is asked for and approved first (F1(4)d). */
export const MEDIUM_USE_STATES = ['requested', 'approved', 'rejected', 'out', 'back', 'lost'] as const
export type MediumUseState = (typeof MEDIUM_USE_STATES)[number]
export const mediumUseStateLabel: Record<MediumUseState, string> = {
  requested: '待审批',
  approved: '批准',
  rejected: '不批准',
  out: '领用中',
  back: '已归还',
  lost: '遗失',
}
/** Over 领用中 once the day is past, and over 待审批 and 批准 that nobody made use of in time. Computed, never stored. */
export const mediumOverdueLabel = '逾期未还'
export const mediumLapsedLabel = '已过期'

/** Who approves that a carrier is taken out of the unit (F1(4)d). */
export const OUTSIDE_APPROVING_ROLES = ['deputyLeader'] as const

/** Where a device is repaired. */
export const REPAIR_PLACES = ['onSite', 'appointed'] as const
export type RepairPlace = (typeof REPAIR_PLACES)[number]
export const repairPlaceLabel: Record<RepairPlace, string> = { onSite: '上门维修', appointed: '送定点维修单位' }
