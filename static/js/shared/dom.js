// A tiny element builder. Text is always text (textContent), never markup.

/** @import { Child, ElementOf } from "./pages.d.ts" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
function isProps(value) {
  return value !== null && typeof value === "object" && !(value instanceof Node) && !Array.isArray(value);
}

/**
 * @param {any} node
 * @param {Record<string, any>} props
 */
function apply(node, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.setAttribute("class", value);
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "value" || name === "disabled" || name === "checked") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
}

/**
 * `el("p.soft.small", {id: "x", onclick: f, data: {n: 1}}, "text", node, [nodes])`.
 * Props may be left out; null, undefined and false children are skipped.
 * @template {string} What
 * @param {What} what
 * @param {...any} rest
 * @returns {ElementOf<What>}
 */
export function el(what, ...rest) {
  const [tag, ...classes] = what.split(".");
  /** @type {any} */
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  const props = isProps(rest[0]) ? rest.shift() : {};
  if (props.class && classes.length) props.class = `${node.className} ${props.class}`;
  apply(node, props);
  add(node, ...rest);
  return node;
}

/**
 * The same for SVG elements.
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} tag
 * @param {Record<string, any>} props
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[Name]}
 */
export function svg(tag, props = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  apply(node, props);
  add(node, ...children);
  return node;
}

/**
 * Append children: nodes, texts, numbers, nested lists.
 * @template {Node & ParentNode} Parent
 * @param {Parent} node
 * @param {...Child} children
 */
export function add(node, ...children) {
  for (const child of /** @type {any[]} */ (children).flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : String(child));
  }
  return node;
}

/**
 * Replace everything inside `node`.
 * @template {Node & ParentNode} Parent
 * @param {Parent} node
 * @param {...Child} children
 */
export function fill(node, ...children) {
  node.replaceChildren();
  return add(node, ...children);
}

/**
 * Set text only when it differs, so that screen readers are not woken for nothing.
 * @param {Node} node
 * @param {string | number | null} text
 */
export function setText(node, text) {
  const next = String(text);
  if (node.textContent !== next) node.textContent = next;
}

/**
 * The element of the page with this id.
 * @template {HTMLElement} [E=HTMLElement]
 * @param {string} id
 */
export const byId = (id) => /** @type {E} */ (document.getElementById(id));

/** The JSON the server put on the page in `<script type="application/json" id="…">`. */
export function pageData(id = "data") {
  const block = document.getElementById(id);
  return block ? JSON.parse(block.textContent) : {};
}

/**
 * Say something to screen readers, once, through the page's polite live region (#announce).
 * @param {string} text
 */
export function announce(text) {
  const region = document.getElementById("announce");
  if (region) region.replaceChildren(el("p", text));
}
