/** How much a measure takes, in words for summaries. */
import { expressionText } from '../../duty/expressionText.js';
import type { DutyExpression, TariffLine } from '../../duty/dutyExpression.js';

interface HowMuch {
  readonly rate?: number | undefined;
  readonly duty?: DutyExpression | undefined;
  readonly charge?: DutyExpression | undefined;
  readonly lines?: readonly TariffLine[] | undefined;
}

/** `25 %`, `7 INR/kg`, `a schedule of 19,000 lines`; undefined when nothing is said. */
export function howMuch({ rate, duty, charge, lines }: HowMuch): string | undefined {
  if (rate !== undefined) return `${rate} %`;
  const expression = duty ?? charge;
  if (expression) return expressionText(expression, { cents: true });
  if (!lines) return undefined;
  return `a schedule of ${lines.length.toLocaleString('en')} line${lines.length === 1 ? '' : 's'}`;
}
