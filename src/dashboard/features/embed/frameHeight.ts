/** How the page around a frame learns how high its content is. */

export const HEIGHT_MESSAGE = 'parley:height';

/** Tells the height of the content now. The page around may be of any site; the height is no secret. */
export function tellHeight(content: Element): void {
  const height = Math.ceil(content.getBoundingClientRect().height);
  window.parent.postMessage({ type: HEIGHT_MESSAGE, height }, '*');
}

/** The script for the page around: gives each frame the height that it tells. */
export const HEIGHT_SCRIPT = `<script>addEventListener("message",({data,source})=>{if(data?.type==="${HEIGHT_MESSAGE}")for(const frame of document.getElementsByTagName("iframe"))if(frame.contentWindow===source)frame.height=data.height})</script>`;
