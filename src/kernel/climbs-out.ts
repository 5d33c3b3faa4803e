/**
 * Whether a name inside an archive leads out of the folder it is unpacked into: a step upwards, a beginning at the root, or a drive. Many
 * programs follow it and write there.
 */
export const climbsOut = (name: string): boolean => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(name)
