import { chinaInstant, type Instant } from '../../../kernel/day.ts'
import { type Canvas, canvas, digits, disc, pngOf, rectangle } from './canvas.ts'

/** What a picture of the demonstration shows. */
export type Scene =
  | { readonly of: 'truck'; readonly at: Instant; readonly axles: number; readonly tonnes: number }
  | { readonly of: 'coach'; readonly at: Instant }
  | { readonly of: 'ship'; readonly at: Instant }

const width = 480
const height = 300

/** A drawing where a case has a photograph: the vehicle, the display of the scale, the time, and DEMO across it. */
export function scenePicture(scene: Scene): Buffer {
  const on = canvas(width, height, 'sky')
  if (scene.of === 'ship') drawShip(on)
  else drawRoad(on)
  if (scene.of === 'truck') drawTruck(on, scene.axles, scene.tonnes)
  if (scene.of === 'coach') drawCoach(on)
  digits(on, 'DEMO', [370, 20], 34, 'line')
  rectangle(on, [0, 272, width, 28], 'dark')
  const [day = '', time = ''] = chinaInstant(Date.parse(scene.at)).slice(0, 16).split('T')
  digits(on, day, [12, 278], 16, 'line')
  digits(on, time, [172, 278], 16, 'line')
  return pngOf(on)
}

function drawRoad(on: Canvas): void {
  rectangle(on, [0, 120, width, 80], 'field')
  rectangle(on, [0, 196, width, 76], 'road')
  for (let x = 10; x < width; x += 60) rectangle(on, [x, 254, 32, 5], 'line')
}

function drawTruck(on: Canvas, axles: number, tonnes: number): void {
  rectangle(on, [96, 118, 258, 24], 'load')
  rectangle(on, [90, 138, 270, 70], 'steel')
  for (let x = 118; x < 350; x += 30) rectangle(on, [x, 138, 3, 70], 'dark')
  rectangle(on, [364, 128, 62, 80], 'body')
  rectangle(on, [392, 138, 28, 26], 'sky')
  // The plate is blank on purpose.
  rectangle(on, [402, 190, 22, 9], 'amber')
  for (let axle = 0; axle < axles; axle++) {
    const x = axle === 0 ? 400 : axle < 3 ? 372 - axle * 34 : 8 + axle * 34
    disc(on, [x, 212], 15, 'dark')
    disc(on, [x, 212], 6, 'steel')
  }
  const reading = tonnes.toFixed(2)
  rectangle(on, [14, 16, reading.length * 38 - 8, 78], 'dark')
  digits(on, reading, [30, 30], 50, 'glow')
}

function drawCoach(on: Canvas): void {
  rectangle(on, [70, 116, 340, 92], 'line')
  rectangle(on, [70, 172, 340, 12], 'body')
  for (let x = 88; x < 380; x += 50) rectangle(on, [x, 130, 40, 32], 'sky')
  rectangle(on, [384, 190, 24, 9], 'amber')
  for (const x of [130, 350]) {
    disc(on, [x, 212], 18, 'dark')
    disc(on, [x, 212], 7, 'steel')
  }
}

function drawShip(on: Canvas): void {
  rectangle(on, [0, 190, width, 82], 'water')
  for (let x = 6; x < width; x += 48) rectangle(on, [x, 246 + (x % 5), 26, 2], 'line')
  for (let row = 0; row < 44; row++) rectangle(on, [70 + row, 176 + row, 340 - row * 2, 1], 'body')
  for (let row = 0; row < 30; row++) rectangle(on, [190 - row * 2, 146 + row, 60 + row * 4, 1], 'load')
  rectangle(on, [340, 116, 50, 60], 'line')
  rectangle(on, [348, 124, 14, 14], 'dark')
  rectangle(on, [370, 124, 14, 14], 'dark')
}
