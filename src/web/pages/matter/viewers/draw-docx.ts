import { renderAsync } from 'docx-preview'
import { withPlainMarks } from './symbol-marks.ts'

/** Nothing but styles written inside and pictures carried along: no scripts, no network, whatever the document says. */
const securityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/**
 * A document as a page of its own, for a frame without rights. Drawn on elements that stand in no page; links are taken out, because a frame
 * would follow them. A module of its own, loaded with the first document.
 */
export async function drawDocx(docx: Uint8Array<ArrayBuffer>): Promise<string> {
  const page = document.implementation.createHTMLDocument('')
  const body = page.createElement('div')
  const styles = page.createElement('div')
  await renderAsync(new Blob([docx]), body, styles, {
    inWrapper: true,
    ignoreFonts: true,
    useBase64URL: true,
    renderAltChunks: false,
    renderComments: false,
    renderChanges: false,
    experimental: false,
  })
  for (const link of body.querySelectorAll('a')) link.removeAttribute('href')
  for (const element of body.querySelectorAll('script, iframe, object, embed, link, meta, base, form'))
    element.remove()
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${securityPolicy}">`,
    '<style>body{margin:0;background:#888}.docx-wrapper{padding:16px!important}</style>',
    // What styles write is in front of the items of lists.
    withPlainMarks(styles.innerHTML, '•'),
    '</head><body>',
    withPlainMarks(body.innerHTML),
    '</body></html>',
  ].join('')
}
