const STEPS = 60;
const KEPT = 8; // pairs of steps and changes of slope that the curvature is read from
const ENOUGH = 1e-5; // of slope: below it nothing changes in hundredths

/**
 * Where a smooth function is least, from 0, by L-BFGS (Liu and Nocedal 1989) with a backtracking step.
 * `lossAt` returns the loss and adds the slope to an array of zeros.
 */
export function minimise(
  width: number,
  lossAt: (at: Float64Array, slope: Float64Array) => number,
): Float64Array {
  let at = new Float64Array(width);
  let slope = new Float64Array(width);
  let loss = lossAt(at, slope);
  const pairs: { readonly step: Float64Array; readonly change: Float64Array }[] = [];
  for (let n = 0; n < STEPS && dot(slope, slope) > ENOUGH ** 2; n += 1) {
    const way = direction(slope, pairs);
    const fall = dot(way, slope);
    let length = n === 0 ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
    let next = at;
    let nextSlope = slope;
    let nextLoss = loss;
    for (let tries = 0; tries < 30; tries += 1, length /= 2) {
      next = at.map((value, i) => value + length * (way[i] ?? 0));
      nextSlope = new Float64Array(width);
      nextLoss = lossAt(next, nextSlope);
      if (nextLoss <= loss + 1e-4 * length * fall) break;
    }
    if (!(nextLoss < loss)) break;
    const [before, slopeBefore] = [at, slope];
    const step = next.map((value, i) => value - (before[i] ?? 0));
    const change = nextSlope.map((value, i) => value - (slopeBefore[i] ?? 0));
    if (dot(step, change) > 1e-12) pairs.push({ step, change });
    if (pairs.length > KEPT) pairs.shift();
    [at, slope, loss] = [next, nextSlope, nextLoss];
  }
  return at;
}

function direction(
  slope: Float64Array,
  pairs: readonly { readonly step: Float64Array; readonly change: Float64Array }[],
): Float64Array {
  const way = slope.map((value) => -value);
  const shares: number[] = [];
  for (const { step, change } of pairs.toReversed()) {
    const share = dot(step, way) / dot(step, change);
    shares.push(share);
    add(way, change, -share);
  }
  const last = pairs.at(-1);
  if (last !== undefined) {
    const scale = dot(last.step, last.change) / dot(last.change, last.change);
    way.forEach((value, i) => {
      way[i] = value * scale;
    });
  }
  pairs.forEach(({ step, change }, i) => {
    const back = dot(change, way) / dot(step, change);
    add(way, step, (shares[pairs.length - 1 - i] ?? 0) - back);
  });
  return way;
}

function add(to: Float64Array, other: Float64Array, times: number): void {
  other.forEach((value, i) => {
    to[i] = (to[i] ?? 0) + times * value;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
