import type { Messages } from '../i18n/index.ts'

/** What an upload can be refused with. */
export const fileMessages: Messages = {
  'file-empty': { 'zh-CN': '文件为空。', en: 'The file is empty.' },
  'file-kind-not-allowed': {
    'zh-CN': '不支持该类型的文件（按内容识别）。',
    en: 'Files of this kind (by content) are not taken.',
  },
  'file-too-big': {
    status: 422,
    'zh-CN': '文件过大，最大{mostBytes}字节。',
    en: 'The file is too big; at most {mostBytes} bytes.',
  },
  'image-too-large': {
    'zh-CN': '图片像素过大（{widthPx}×{heightPx}）。',
    en: 'The picture has too many pixels ({widthPx} × {heightPx}).',
  },
  'file-broken': { 'zh-CN': '文件已损坏或不完整。', en: 'The file is broken or incomplete.' },
  'file-has-active-content': {
    'zh-CN': '文件含有可执行内容（{found}），请另存为不含宏或脚本的文件。',
    en: 'The file carries something that runs ({found}); save it without macros or scripts.',
  },
  'too-many-files': {
    'zh-CN': '一次最多上传{mostFilesAtOnce}个文件。',
    en: 'At most {mostFilesAtOnce} files at once.',
  },
}
