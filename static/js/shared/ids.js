// Ids that nobody else makes. crypto.randomUUID is missing on plain http, which halls use.

/** 32 hexadecimal digits of chance. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
