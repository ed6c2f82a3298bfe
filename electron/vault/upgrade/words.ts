/** What an upgrade is called in the record. */
export const UPGRADE = 'vault.upgrade'
