// Keeping the screen awake where the browser can: only on secure pages (https, localhost).

/**
 * Ask for the screen to stay on, again whenever the page comes back; `changed()` hears of it.
 * @param {() => void} changed
 */
export function keepAwake(changed) {
  /** @type {WakeLockSentinel | null} */
  let held = null;
  const ask = async () => {
    if (document.visibilityState !== "visible" || held || !navigator.wakeLock) return;
    try {
      held = await navigator.wakeLock.request("screen");
      held.addEventListener("release", () => {
        held = null;
        changed();
      });
    } catch {
      // Refused (battery saver): the advice stays on the page.
      held = null;
    }
    changed();
  };
  document.addEventListener("visibilitychange", ask);
  // Some browsers give it only after a touch.
  document.addEventListener("pointerdown", ask, { passive: true });
  ask();
  return () => held !== null;
}
