/** What a round of dice adds to the hall: how many threw. */
import { el, fill } from "../../shared/dom.js";
import { register } from "../../shared/formats.js";
import { t } from "../../shared/words.js";

function dice(hall) {
  const element = el("section.scene.dice");

  function refresh({ counts }) {
    const { answered = 0, eligible = 0 } = counts ?? {};
    fill(element, el("h1.number", answered), el("p", t("dice.thrown", { of: eligible })));
  }
  refresh(hall);
  return { element, refresh, learn: refresh };
}

register("dice", { scenes: { dice } });
