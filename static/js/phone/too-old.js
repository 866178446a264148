// Runs only where modules do not: says so in plain words.
/** @type {HTMLElement} */ (document.getElementById("too-old")).removeAttribute("hidden");
/** @type {HTMLElement} */ (document.getElementById("connection")).style.display = "none";
