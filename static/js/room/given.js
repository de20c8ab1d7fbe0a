// What the server gave a page for its script, and where the socket of the site is.

/**
 * The JSON that the page holds under this id; empty where it holds none.
 * @param {string} id
 */
export function given(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "{}");
}

export function socketAddress() {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws/`;
}
