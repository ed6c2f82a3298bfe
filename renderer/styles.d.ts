/** Style sheets are taken in for their effect; Vite bundles them. */
declare module '*.css'
