// A page that is made to be printed: its button opens the browser's print dialog.

import { byId } from "../../shared/dom.js";

byId("print").addEventListener("click", () => window.print());
