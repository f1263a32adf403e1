/** Long enough for a browser to have read what it saves. */
const keptMs = 10_000

/** Saves what stands at an address as a file. */
export function download(url: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
}

/** Saves a text of the page as a file. */
export function saveText(text: string, type: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  download(url, fileName)
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}
