/** Places whose characters have several sounds, of which a dictionary of words picks the wrong one. */
export const placeSounds: Readonly<Record<string, string>> = {
  单县: 'shan xian',
  箐山: 'qing shan',
  乐亭: 'lao ting',
  乐清: 'yue qing',
  乐陵: 'lao ling',
  尉犁: 'yu li',
  涡阳: 'guo yang',
  繁峙: 'fan shi',
  洪洞: 'hong tong',
  蔚县: 'yu xian',
  泌阳: 'bi yang',
  浚县: 'xun xian',
  穆棱: 'mu ling',
  珲春: 'hun chun',
  珲乌: 'hun wu',
}
