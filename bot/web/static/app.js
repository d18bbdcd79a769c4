"use strict";
(() => {
  const page = document.documentElement, say = document.body.dataset, find = (id) => document.getElementById(id);
  const HISTORY = "dafu.history", TAB = "dafu.tab", PENDING = "dafu.pending", THEME = "dafu.theme";
  const KEPT = 40, PAUSE = 30 * 60 * 1000; // exchanges in the list; after a longer silence a question stands alone
  page.classList.add("js");

  // Storage may be switched off, or full: then the page does without.
  const read = (store, key) => { try { return store().getItem(key); } catch { return null; } };
  const write = (store, key, value) => {
    try { value === null ? store().removeItem(key) : store().setItem(key, value); } catch { /* as above */ }
  };
  const local = () => localStorage, session = () => sessionStorage;
  const parsed = (text, otherwise) => { try { return JSON.parse(text) ?? otherwise; } catch { return otherwise; } };
  const history = () => [parsed(read(local, HISTORY), [])].flat();
  async function part(address, options = {}) {
    const answer = await fetch(address, { ...options, headers: { "X-Part": "1" } });
    // A proxy's own page, of a server that is gone, has no policy.
    if (answer.status >= 500 && !answer.headers.has("Content-Security-Policy")) throw new Error(answer.statusText);
    return answer;
  }
  const nodes = (html) => document.createRange().createContextualFragment(html);

  // --- Telegram: what a Mini App was started with ---
  const colours = {
    bg_color: "--ground", text_color: "--ink", hint_color: "--pale", link_color: "--accent", button_color: "--button",
    button_text_color: "--accent-ink", secondary_bg_color: "--card",
  };
  function dress(theme) {
    for (const [name, variable] of Object.entries(colours)) {
      if (/^#[0-9a-f]{6}$/i.test(theme[name] ?? "")) page.style.setProperty(variable, theme[name]);
    }
  }
  function telegram(event) {
    if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(event, "{}");
    else if (window.parent !== window) {
      window.parent.postMessage(JSON.stringify({ eventType: event, eventData: {} }), "https://web.telegram.org");
    }
  }
  async function startedByTelegram() {
    const launch = new URLSearchParams(location.hash.slice(1)), data = launch.get("tgWebAppData");
    dress(parsed(launch.get("tgWebAppThemeParams") ?? read(session, THEME), {}));
    const signed = launch.get("tgAuthResult"); // from Telegram's page for logins
    if (signed) {
      const bytes = Uint8Array.from(atob(signed.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
      location.replace(`/login/telegram?${new URLSearchParams(parsed(new TextDecoder().decode(bytes), {}))}`);
    }
    if (!data) return;
    write(session, THEME, launch.get("tgWebAppThemeParams"));
    telegram("web_app_ready");
    telegram("web_app_expand");
    const answer = await part("/login/app", { method: "POST", body: new URLSearchParams({ data }) });
    if (answer.ok) location.replace(find("login")?.dataset.to ?? location.pathname + location.search);
    else if (find("login")) find("main").append(nodes(await answer.text()));
  }
  startedByTelegram();

  // --- The lines of a scanned page that are those of the sentence in the address ---
  function shine() {
    const at = /^#s(\d+)$/.exec(location.hash)?.[1];
    if (at === undefined) return;
    for (const one of document.querySelectorAll(".page rect")) {
      one.classList.toggle("here", one.dataset.at === at);
      if (one.dataset.at === at) one.closest("details").open = true;
    }
  }
  window.addEventListener("hashchange", shine);
  shine();

  // --- What stands on every page ---
  if (!document.querySelector(":target")) document.querySelector(".cited")?.scrollIntoView({ block: "center" });
  async function copy(text) {
    try { await navigator.clipboard.writeText(text); return; } catch { /* not over plain HTTP: the old way */ }
    const field = document.body.appendChild(Object.assign(document.createElement("textarea"), { value: text }));
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  const more = (inside) => inside.closest(".answer").querySelector(".more");
  async function inline(link) {
    const place = more(link);
    if (place.dataset.shown === link.href) { place.replaceChildren(); delete place.dataset.shown; return; }
    try {
      place.replaceChildren(nodes(await (await part(link.href)).text()));
      place.dataset.shown = link.href;
    } catch { place.textContent = say.offline; }
  }
  async function figure(link) {
    const sheet = find("sheet");
    let html;
    try { html = await (await part(link.href)).text(); } catch { location.href = link.href; return; }
    const close = Object.assign(document.createElement("button"), { type: "button", textContent: say.close });
    const shut = () => { sheet.hidden = true; link.focus({ preventScroll: true }); };
    close.addEventListener("click", shut);
    sheet.onkeydown = (event) => { if (event.key === "Escape") shut(); };
    sheet.replaceChildren(nodes(html), close);
    sheet.hidden = false;
    sheet.focus();
  }
  document.addEventListener("click", (event) => {
    const target = event.target.closest("a, button");
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.dataset.copy) copy(target.dataset.copy).then(() => { more(target).textContent = say.copied; });
    else if (target.matches("[data-inline]")) { event.preventDefault(); inline(target); }
    else if (target.matches("a.figure") && find("sheet")) { event.preventDefault(); figure(target); }
    else if (target.closest(".outline")) target.closest(".outline").open = false;
  });
  const forgetHere = () => { write(local, HISTORY, null); write(session, PENDING, null); };
  document.addEventListener("submit", (event) => {
    if (event.target.matches("#forget, [action='/logout']")) forgetHere();
  });

  // --- The chat ---
  const answers = find("answers"), field = find("q"), form = find("ask"), line = find("line");
  if (!answers) return;
  let busy = false;
  let tab = read(session, TAB);
  if (!tab) write(session, TAB, (tab = String(Math.random())));

  const mine = () => history().filter((one) => one.tab === tab);
  function earlier() {
    const last = mine().pop();
    return last && Date.now() - last.at < PAUSE ? last.next : [];
  }
  function keep(article, again) {
    const { question, next } = article.dataset, all = history(), last = all[all.length - 1];
    if (again && last && last.tab === tab && last.question === question) all.pop();
    all.push({ tab, at: Date.now(), question, next: parsed(next, [question]), html: article.outerHTML });
    write(local, HISTORY, JSON.stringify(all.slice(-KEPT)));
  }
  function show(html) {
    const fragment = nodes(html), article = fragment.querySelector("article");
    answers.append(fragment);
    page.classList.add("asked");
    return article;
  }
  function failed(text, why) {
    if (!field.value) field.value = text;
    line.replaceChildren(why);
    line.scrollIntoView({ block: "nearest" });
  }
  async function ask(text, before = earlier()) {
    if (busy || !text) return;
    busy = true;
    write(session, PENDING, text);
    page.classList.add("busy");
    line.textContent = say.waiting;
    field.value = "";
    try {
      const body = new URLSearchParams([...before.map((one) => ["h", one]), ["q", text]]);
      const answer = await part("/ask", { method: "POST", body }), html = await answer.text();
      write(session, PENDING, null);
      if (answer.headers.has("X-Forgotten")) { forgetHere(); answers.replaceChildren(); }
      if (answer.status === 401) { write(session, PENDING, text); location.href = "/login"; return; }
      if (!answer.ok || !html.includes("<article")) { failed(answer.ok ? "" : text, nodes(html)); return; }
      line.textContent = "";
      const article = show(html);
      keep(article, false);
      article.scrollIntoView({ block: "start" });
    } catch {
      failed(text, say.offline);
    } finally {
      busy = false;
      page.classList.remove("busy");
    }
  }
  document.addEventListener("submit", (event) => {
    const sent = event.target, button = event.submitter;
    if (sent === form) { event.preventDefault(); ask(field.value.trim()); }
    else if (!button) return; // an old browser: the form itself is sent
    else if (sent.matches(".offers")) { event.preventDefault(); ask(button.value, new FormData(sent).getAll("h")); }
    else if (sent.matches(".verdict")) {
      event.preventDefault();
      const body = new URLSearchParams([...new FormData(sent), [button.name, button.value]]);
      part("/feedback", { method: "POST", body })
        .then(async (answer) => more(sent).replaceChildren(nodes(await answer.text())))
        .catch(() => { more(sent).textContent = say.offline; });
    }
  });
  find("clear").addEventListener("click", () => {
    forgetHere();
    answers.replaceChildren();
    line.textContent = "";
    page.classList.remove("asked");
    if (location.search) window.history.replaceState(null, "", "/");
    field.focus();
  });
  window.addEventListener("storage", (event) => {
    if (event.key === HISTORY && event.newValue === null) answers.replaceChildren();
  });

  const given = answers.querySelector("article"); // an answer that came with the page
  if (given) keep(given, true);
  answers.replaceChildren();
  for (const one of history()) show(one.html);
  if (given) answers.lastElementChild.scrollIntoView({ block: "start" });
  find("earlier").replaceChildren(); // the script itself sends what was asked before
  const pending = read(session, PENDING);
  if (pending && !given) ask(pending);
})();
