export { askSignatureCode, checkSignatureCode, type SignatureCodePorts } from './signature-codes.ts'
