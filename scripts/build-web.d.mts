export interface BuildWebOptions {
  readonly force?: boolean
  readonly log?: (text: string) => void
}

/** Builds `root`/dist/web where it is missing or older than its sources; answers whether anything was built. */
export function buildWeb(root: string, options?: BuildWebOptions): Promise<boolean>
