// Has the browser keep the page for when there is no network, and the language that it is to speak then.

const ADDRESS = "/sw.js";

/** The one address that this page ever makes a worker of: the policy lets nothing else through. */
function trusted() {
  const types = /** @type {{createPolicy(name: string, rules: object): {createScriptURL(raw: string): string}} | undefined} */ (
    Reflect.get(globalThis, "trustedTypes")
  );
  if (!types) return ADDRESS;
  return types.createPolicy("service-worker", { createScriptURL: () => ADDRESS }).createScriptURL(ADDRESS);
}

if ("serviceWorker" in navigator) {
  try {
    localStorage.setItem("mafia.language", document.documentElement.lang);
  } catch {
    // A browser that keeps nothing speaks its own language.
  }
  // After the page is there: nobody waits for what is only needed when nothing works.
  const register = () => navigator.serviceWorker.register(trusted()).catch(() => {});
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
