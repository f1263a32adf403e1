/** Keys as they stand on the keyboard. */
export function Keys({ keys }: { readonly keys: string }) {
  return <kbd className="key">{keys}</kbd>
}
