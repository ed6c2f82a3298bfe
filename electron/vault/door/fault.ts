import type { Refusal } from '../../../contract/refusal.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/** No room, or no leave, to make a file longer: of the disk, of a quota, of a limit set on the program. */
const FULL = ['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT', 'EFBIG']
const UNWRITABLE = ['EACCES', 'EROFS', 'EPERM']
const MISPLACED = ['ENOENT', 'EISDIR', 'ENOTDIR', 'EEXIST', 'ENOTEMPTY']

/** What an unexpected error is said to be. Its own text never passes: it may hold what was typed. */
export const faultOf = (error: unknown): Refusal => {
  const code = codeOf(error)
  if (FULL.includes(code)) return { code: 'vault.full', message: '磁盘空间不足，本次操作没有保存。请系统管理员清理磁盘后重试。' }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return { code: 'vault.busy', message: '数据正被另一程序占用，本次操作没有保存。请稍后重试。' }
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR|READONLY_DBMOVED)/.test(code) || code === 'EIO')
    return { code: 'vault.damaged', message: '读写数据库文件出错，与口令无关，本次操作没有保存。请停止使用，由系统管理员检查磁盘或用备份恢复。' }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code) || UNWRITABLE.includes(code))
    return { code: 'vault.unsafe', message: '数据文件夹不可写，本次操作没有保存。请系统管理员检查文件夹权限。' }
  if (MISPLACED.includes(code))
    return { code: 'vault.damaged', message: '数据文件夹中的文件不见了或被换成了别的东西，本次操作没有保存。请系统管理员检查数据文件夹。' }
  return { code: 'fault', message: '程序内部出错，本次操作没有保存。请记下时间并告知系统管理员。' }
}
