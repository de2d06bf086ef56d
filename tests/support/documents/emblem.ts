/** An emblem of nobody: a shield with a star, for letterheads in samples. */
export function paintEmblem(x: number, y: number): readonly [number, number, number] {
  const white = [255, 255, 255] as const;
  const u = (x - 95) / 90;
  const v = y / 225;
  const edge = v < 0.62 ? 1 : Math.sqrt(Math.max(0, 1 - ((v - 0.62) / 0.38) ** 2));
  if (v < 0.02 || v > 1 || Math.abs(u) > edge) return white;
  if (Math.abs(u) > edge - 0.06 || v < 0.05) return [15, 92, 92];
  if (v > 0.72) return [226, 184, 66];
  const angle = Math.atan2(x - 95, 92 - y);
  const radius = Math.hypot(x - 95, y - 92);
  const point = Math.abs((((((angle * 5) / (2 * Math.PI)) % 1) + 1.5) % 1) - 0.5) * 2;
  return radius < 22 + 34 * point ** 1.4 ? [226, 184, 66] : [28, 122, 116];
}
