import type { Refusal } from '../../../contract/refusal.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/** What an unexpected error is said to be. Its own text never passes: it may hold what was typed. */
export const faultOf = (error: unknown): Refusal => {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return { code: 'vault.full', message: '磁盘空间不足，本次操作没有保存。请系统管理员清理磁盘后重试。' }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return { code: 'vault.busy', message: '数据正被另一程序占用，本次操作没有保存。请稍后重试。' }
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code))
    return { code: 'vault.damaged', message: '读写数据库文件出错，本次操作没有保存。请停止使用，由系统管理员检查磁盘或用备份恢复。' }
  if (code === 'SQLITE_READONLY' || code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return { code: 'vault.unsafe', message: '数据文件夹不可写，本次操作没有保存。请系统管理员检查文件夹权限。' }
  return { code: 'fault', message: '程序内部出错，本次操作没有保存。请记下时间并告知系统管理员。' }
}
