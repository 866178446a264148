// Runs only where modules do not: says so in plain words.
document.getElementById("too-old").removeAttribute("hidden");
document.getElementById("connection").style.display = "none";
