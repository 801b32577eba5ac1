"use strict";
// Builds the page's elements. Text from outside only ever becomes a text node.
const dom = (() => {
  const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

  /** Spells out characters that would be invisible or turn the direction of the text after them. */
  function visible(text) {
    return String(text).replace(INVISIBLE, c =>
      "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
  }

  function add(parent, children) {
    for (const child of children.flat()) {
      if (child !== null && child !== undefined && child !== "") {
        parent.append(child instanceof Node ? child : visible(child));
      }
    }
    return parent;
  }

  /** An element with a class (or "") and children: nodes or texts. */
  function element(name, className, ...children) {
    const node = document.createElement(name);
    if (className) {
      node.className = className;
    }
    return add(node, children);
  }

  /** A text from outside, kept from mixing its direction with its surroundings. */
  function outside(text) {
    return element("bdi", "", text);
  }

  function svg(name, attributes, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) {
      node.setAttribute(key, value);
    }
    return add(node, children);
  }

  function section(id) {
    return document.getElementById(id);
  }

  /** Terms and their descriptions; a description may be a node, an empty one is left out. */
  function terms(pairs) {
    return element("dl", "", pairs
      .filter(([, value]) => value !== null && value !== "")
      .map(([term, value]) => element("div", "", element("dt", "", term), element("dd", "", value))));
  }

  return {add, element, outside, svg, section, terms, visible};
})();
