import { isMet, median, ratios, type Figure } from './figure.ts';

/** A figure for people, in two lines. */
export function figureLines(figure: Figure): string[] {
  const parts = [
    `${short(middle(figure, 'value'))} ${figure.unit}`,
    ...(figure.against === null ? [] : [`${figure.against} ${short(middle(figure, 'floor'))} ${figure.unit}`]),
    ...judged(figure),
    `n ${figure.n}${figure.rounds.length > 1 ? `, ${figure.rounds.length} rounds` : ''}`,
    ...(figure.note === undefined ? [] : [figure.note]),
  ];
  return [`${verdict(figure).padEnd(8)}${figure.name}`, `          ${parts.join('; ')}`];
}

function verdict(figure: Figure): string {
  if (figure.target === null) return '';
  return isMet(figure) ? 'met' : 'MISSED';
}

function judged(figure: Figure): string[] {
  const { target, against } = figure;
  const all = ratios(figure);
  const asked = target === null ? '' : `${target.sense} ${target.bound}`;
  if (against === null) return asked === '' ? [] : [asked];
  const spread = all.length > 1 ? `${Math.min(...all).toFixed(2)} … ${Math.max(...all).toFixed(2)}` : '';
  const inside = [spread, asked].filter((part) => part !== '').join('; ');
  return [`ratio ${median(all).toFixed(2)}${inside === '' ? '' : ` (${inside})`}`];
}

const middle = ({ rounds }: Figure, side: 'floor' | 'value') => median(rounds.map((round) => round[side]));

/** Three figures that count. */
const short = (value: number) =>
  value >= 100 ? Math.round(value).toString() : Number(value.toPrecision(3)).toString();
