import type { Messages } from '../i18n/index.ts'

/** What an upload can be refused with. */
export const fileMessages: Messages = {
  'file-empty': { 'zh-CN': '文件为空。', en: 'The file is empty.' },
  'file-kind-not-allowed': {
    'zh-CN': '不支持这种文件（按内容识别）。可以上传：{allowed}。',
    en: 'Files of this kind (by content) are not taken. You can send: {allowed}.',
  },
  'file-heic': {
    'zh-CN': '这是手机的 HEIC 照片，请传 JPG：苹果手机在“设置 > 相机 > 格式”选“兼容性最佳”后重拍，或截屏后上传截图。',
    en: 'This is a phone photo in HEIC. Send a JPG: on an iPhone choose Settings > Camera > Formats > Most Compatible and take it again, or send a screenshot of it.',
  },
  'file-too-big': {
    status: 422,
    'zh-CN': '文件过大，最大 {mostMb} MB。',
    en: 'The file is too big; at most {mostMb} MB.',
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
