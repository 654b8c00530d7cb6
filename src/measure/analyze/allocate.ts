/**
 * Shares a whole number out in proportion to weights, so that the shares are whole and add up to it exactly: what rounding
 * leaves goes to those that lost most by it. The total may be negative; weights must not, and not all of them be zero.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const amount = Math.abs(total)
  const exact = weights.map((weight) => amount * (weight / sum))
  const shares = exact.map(Math.floor)
  const left = amount - shares.reduce((all, share) => all + share, 0)
  const order = exact
    .map((value, index) => ({ index, lost: value - Math.floor(value) }))
    .sort((a, b) => b.lost - a.lost)
  for (const { index } of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return total < 0 ? shares.map((share) => (share === 0 ? 0 : -share)) : shares
}
