import { useEffect, useState } from 'react'
import { useQueryOf } from './client.ts'

/**
 * The printers that this computer knows, by name; empty until the shell has answered, which is asked only where it matters (`asked`). Which of
 * them may be printed to, the settings say.
 */
export const useKnownPrinters = (asked = true): readonly string[] => {
  const [known, setKnown] = useState<readonly string[]>([])
  useEffect(() => {
    if (!asked) return
    let here = true
    window.mijuan.printers().then(
      (names) => here && setKnown(names),
      () => null,
    )
    return () => {
      here = false
    }
  }, [asked])
  return known
}

/** The printers that may be printed to and are connected, in the order of the list, and the one that is chosen where there is a choice. */
export const usePrinters = () => {
  const listed = useQueryOf('office.settings', {}).data?.printers ?? []
  const known = useKnownPrinters(listed.length > 1)
  const [chosen, choose] = useState<string | undefined>(undefined)
  const usable = listed.filter((printer) => known.includes(printer))
  return { usable, printer: chosen ?? usable[0], choose }
}
