/** The drawing of a chart: plot, axis and events in three parts, so that the axis can stay in sight. */
import { memo, useId, useMemo } from 'react';
import {
  AXIS_HEIGHT,
  axisSvg,
  eventsHeight,
  eventsSvg,
  gridSvg,
  labelsSvg,
  plotHeight,
  viewSvg,
} from './export/drawing.js';
import { linesSvg } from './export/lines.js';
import type { DrawnView } from './model/drawnView.js';
import { PAGE_PAINT } from './export/paint.js';
import { Markup } from './markup.js';
import type { Scene } from './model/scene.js';

interface DrawingProps {
  readonly scene: Scene;
  readonly view: DrawnView;
  /** How much larger than usual the page is set. */
  readonly scale: number;
  /** The text alternative. */
  readonly title: string;
  readonly description: string;
}

export const Drawing = memo(function Drawing(props: DrawingProps) {
  const { scene, view, scale, title, description } = props;
  const id = useId();
  // Only what depends on the view is written anew while a slider moves.
  const still = useMemo(
    () => ({
      grid: gridSvg(scene, PAGE_PAINT),
      labels: labelsSvg(scene, PAGE_PAINT),
      axis: axisSvg(scene, PAGE_PAINT),
      events: eventsSvg(scene, PAGE_PAINT),
    }),
    [scene],
  );
  const moving = useMemo(
    () => ({ lines: linesSvg(scene, view, PAGE_PAINT), view: viewSvg(scene, view, PAGE_PAINT) }),
    [scene, view],
  );
  const { width } = scene.frame;
  const sized = (height: number) => ({
    viewBox: `0 0 ${width} ${height}`,
    width: width * scale,
    height: height * scale,
  });
  return (
    <>
      <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} {...sized(plotHeight(scene))}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        <Markup svg={still.grid} />
        <Markup svg={moving.lines} />
        <Markup svg={still.labels} />
        <Markup svg={moving.view} />
      </svg>
      {scene.size === 'large' && (
        <>
          <svg className="chart-axis" aria-hidden="true" {...sized(AXIS_HEIGHT)}>
            <Markup svg={still.axis} />
          </svg>
          <svg aria-hidden="true" {...sized(eventsHeight(scene))}>
            <Markup svg={still.events} />
          </svg>
        </>
      )}
    </>
  );
});
