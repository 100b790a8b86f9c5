/** A part of a drawing: SVG text that the pure writer made and escaped. */
import { memo } from 'react';

export const Markup = memo(function Markup({ svg }: { readonly svg: string }) {
  return <g dangerouslySetInnerHTML={{ __html: svg }} />;
});
