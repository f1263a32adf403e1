import { execFileSync, spawnSync } from 'node:child_process'

/** Is there a program that reads the text out of a PDF (pdftotext of poppler-utils)? */
export const readsPdf = spawnSync('pdftotext', ['-v']).status === 0
if (!readsPdf) console.log('printed text is not compared: pdftotext (poppler-utils) is not installed')

/** What another program reads out of the file, without blanks. */
export function printedText(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s|\u200b|\f/g, '')
}
