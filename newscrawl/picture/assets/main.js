/* The page, from top to bottom. */

function themeSwitch() {
  const names = { auto: "Auto", light: "Light", dark: "Dark" };
  const kept = () => {
    try {
      return localStorage.getItem("newscrawl-theme");
    } catch {
      return null; /* a browser may keep nothing for files */
    }
  };
  const set = (theme) => {
    document.documentElement.dataset.theme = theme;
    for (const button of box.children) button.setAttribute("aria-pressed", button.value === theme ? "true" : "false");
    try {
      localStorage.setItem("newscrawl-theme", theme);
    } catch {
      /* it holds for this visit */
    }
  };
  const buttons = Object.entries(names).map(([theme, name]) => el("button", { type: "button", value: theme, on: { click: () => set(theme) } }, name));
  const box = el("div", { class: "theme", role: "group", "aria-label": "Colours" }, buttons);
  document.getElementById("controls").append(box);
  set(names[kept()] ? kept() : "auto");
}

function chapters() {
  const time = chapter("time", () => "Day by day");
  storiesFigure(time);
  mapFigure(chapter("world", () => "The world"));
  const people = chapter("people", () => "Who brings the news", "ANTARA's world news is largely translated from the wires: each story names who is behind it.");
  for (const group of ["agencies", "translators", "editors", "reporters"]) groupFigure(people, group);
  const subjects = chapter("subjects", () => "Sections and tags");
  for (const group of ["tags", "sections", "kinds", "languages", "editions"]) groupFigure(subjects, group);
  const network = chapter("network", () => ["The network of ", id("Baca juga")], "Stories point to earlier ones, and so hang together as threads.");
  for (const add of [linksFigure, mostLinkedFigure, threadsFigure, arcsFigure]) add(network);
  const changes = chapter("changes", () => "Repeats, corrections, takedowns");
  for (const add of [clustersFigure, correctionsFigure, changedFigure, goneFigure]) add(changes);
  const health = chapter("health", () => "Health of the crawl", "Whether the records can be trusted: these figures are by the day of the fetch or of the run, but for the last two.");
  for (const add of [coverageFigure, templatesFigure, runsFigures, trafficFigures, delayFigure]) add(health);
  groupFigure(health, "discovered");
}

function printing() {
  const page = document.getElementById("page");
  const narrow = (is) => () => {
    page.classList.toggle("printed", is);
    drawAll();
  };
  addEventListener("beforeprint", narrow(true));
  addEventListener("afterprint", narrow(false));
}

function begin() {
  tips();
  periodBar(document.getElementById("controls"));
  themeSwitch();
  chapters();
  document.querySelector(".skip").addEventListener("click", jump(document.getElementById("chapters")));
  followers.push(factsAgain, drawAll);
  readAddress();
  tellPeriod();
  addEventListener("hashchange", () => {
    readAddress();
    tellPeriod();
  });
  let width = innerWidth;
  let waiting = 0;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(drawAll, 120);
  });
  printing();
}

begin();
