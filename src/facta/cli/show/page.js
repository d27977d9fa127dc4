(() => {
  "use strict";
  const roles = ["c", "s", "r", "a", "t"];
  let lit = [];
  const clear = () => { lit.forEach(([e, c]) => e.classList.remove(c)); lit = []; };
  const add = (e, c) => { e.classList.add(c); lit.push([e, c]); };
  const light = (id, from) => {
    clear();
    const row = document.getElementById("r" + id);
    if (!row) return;
    add(row, "lit");
    roles.forEach((role) => document.querySelectorAll("." + role + id).forEach((e) => add(e, "lit-" + role)));
    const list = row.parentElement;
    if (from && !list.contains(from) && list.scrollHeight > list.clientHeight) {
      list.scrollTop = row.offsetTop - list.clientHeight / 3;
    }
  };
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const e = event.target instanceof Element && event.target.closest("[data-n]");
      if (e) light(e.dataset.n, e);
    });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
  const named = () => { const m = /^#[mr](\d+-\d+)$/.exec(location.hash); if (m) light(m[1], null); };
  addEventListener("hashchange", named);
  named();
})();
