// What a page of the preview hears from the editor that holds it in a frame.

/**
 * Call `draw` with each question that the editor tells; other pages are not listened to.
 * @param {(told: any) => void} draw
 */
export function hear(draw) {
  addEventListener("message", ({ origin, source, data }) => {
    if (origin === location.origin && source === parent) draw(data);
  });
  parent.postMessage({ ready: true }, location.origin);
}
