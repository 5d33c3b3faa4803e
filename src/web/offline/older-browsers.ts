/** What the kernel uses and browsers from before 2023 lack. Imported first. */

// A lone surrogate, in a pattern that knows of pairs.
const loneSurrogate = /\p{Surrogate}/u

String.prototype.isWellFormed ??= function isWellFormed(this: string) {
  return !loneSurrogate.test(this)
}
Array.prototype.at ??= function at<T>(this: T[], index: number) {
  return this[index < 0 ? this.length + index : index]
}
Object.hasOwn ??= (object, name) => Object.hasOwn(object, name)
