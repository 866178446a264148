/** What a round of dice adds to the hall: how many threw. */
import { el, fill } from "../../shared/dom.js";
import { register } from "../../shared/formats.js";
import { t } from "../../shared/words.js";

function dice(hall) {
  const node = el("section.scene.dice");

  function update({ counts }) {
    const { answered = 0, eligible = 0 } = counts ?? {};
    fill(node, el("h1.number", answered), el("p", t("dice.thrown", { of: eligible })));
  }
  update(hall);
  return { node, update, learn: update };
}

register("dice", { scenes: { dice } });
