import { useEffect, useState } from 'react'
import { useQueryOf } from './client.ts'

/** The printers that this computer knows, by name; empty until the shell has answered. Which of them may be printed to, the settings say. */
export const useKnownPrinters = (): readonly string[] => {
  const [known, setKnown] = useState<readonly string[]>([])
  useEffect(() => {
    let here = true
    window.mijuan.printers().then(
      (names) => here && setKnown(names),
      () => null,
    )
    return () => {
      here = false
    }
  }, [])
  return known
}

/** The printers that may be printed to and are connected, in the order of the list, and the one that is chosen among them. */
export const usePrinters = () => {
  const known = useKnownPrinters()
  const listed = useQueryOf('office.settings', {}).data?.printers ?? []
  const [chosen, choose] = useState<string | undefined>(undefined)
  const usable = listed.filter((printer) => known.includes(printer))
  return { usable, printer: chosen ?? usable[0], choose }
}
