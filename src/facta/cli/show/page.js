(() => {
  "use strict";
  const roles = ["t", "a", "r", "s", "c"];
  let lit = [];
  const clear = () => { lit.forEach(([e, c]) => e.classList.remove(c)); lit = []; };
  const add = (e, c) => { e.classList.add(c); lit.push([e, c]); };
  const light = (id) => {
    clear();
    const row = document.getElementById("r" + id);
    if (row) add(row, "lit");
    roles.forEach((role) => document.querySelectorAll("." + role + id).forEach((e) => add(e, "lit-" + role)));
  };
  const find = (target) => {
    const e = target instanceof Element && target.closest("[data-n]");
    return e ? e.dataset.n : null;
  };
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => { const id = find(event.target); if (id) light(id); });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clear(); });
})();
