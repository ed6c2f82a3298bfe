/** What the screen knows of each procedure, taken from the contract when the page is built (vite.config.ts). */
declare module 'virtual:procedures' {
  export const procedures: {
    readonly [N in import('../contract/index.ts').ProcedureName]: Pick<import('../contract/procedure.ts').Procedure, 'kind' | 'by' | 'act'>
  }
}
