import { useState } from 'react'

/** Lets the shell save a text under its ticket, and says in words how that ended. `what`: 证明. */
export const useSaved = (what: string) => {
  const [said, setSaid] = useState<string | null>(null)
  const save = async (ticket: string) => {
    setSaid(null)
    const delivery = await window.mijuan.saveText(ticket)
    if (!delivery.ok) setSaid(delivery.message)
    else
      setSaid(delivery.how === 'saved' ? `${what}已保存。对方用独立的校验程序核对，不需要库，也不需要口令。` : `没有保存成文件，可再次出具${what}。`)
  }
  return { said, save }
}
