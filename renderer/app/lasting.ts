import { type MutationState, useMutation, useMutationState } from '@tanstack/react-query'
import { queryClient } from './client.ts'

/**
 * Work that goes on while its desk is left (a backup, an import): known by its name wherever it is asked after, one at a time. How it ended is kept until it
 * begins anew, is dismissed, or the session ends; everything on the screen is read again after it. No key waits for it. What it uses up is not to be
 * asked after while it is `busy`: the end is drawn later than it comes.
 */
export const useLasting = <Input, End>(name: string, run: (input: Input) => Promise<End>) => {
  const mutationKey = ['lasting', name]
  const { mutate } = useMutation<End, unknown, Input>({
    mutationKey,
    meta: { lasting: true },
    gcTime: Number.POSITIVE_INFINITY,
    mutationFn: async (input) => {
      try {
        return await run(input)
      } finally {
        setTimeout(() => void queryClient.invalidateQueries(), 0)
      }
    },
  })
  const last = useMutationState<MutationState<End, unknown, Input>>({ filters: { mutationKey } }).at(-1)
  const dismiss = () => {
    const cache = queryClient.getMutationCache()
    for (const mutation of cache.findAll({ mutationKey })) if (mutation.state.status !== 'pending') cache.remove(mutation)
  }
  return {
    busy: last?.status === 'pending',
    ended: last?.status === 'success' ? last.data : undefined,
    error: last?.status === 'error' ? last.error : null,
    begin: (input: Input) => {
      if (queryClient.isMutating({ mutationKey }) > 0) return
      dismiss()
      mutate(input)
    },
    dismiss,
  }
}
