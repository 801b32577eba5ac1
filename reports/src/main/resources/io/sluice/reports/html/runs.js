"use strict";
// The list of runs of a server; it fetches itself again while somebody looks at it.
(() => {
  const PAUSE = 3000;
  const MARKS = {PASS: "✓", FAIL: "✕", INCONCLUSIVE: "?", RUNNING: "●"};
  const search = dom.section("search");
  const place = dom.section("runs");
  let runs = JSON.parse(dom.section("data").textContent).runs;
  let tag = "";

  const address = (run, file) => "runs/" + encodeURIComponent(run.folder) + "/" + encodeURIComponent(file);

  function link(href, text, more) {
    const node = dom.element("a", "", dom.outside(text));
    node.href = href;
    Object.assign(node, more);
    return node;
  }

  function badge(run) {
    const word = run.state === "judged" ? run.verdict : run.state === "running" ? "RUNNING" : "no verdict";
    return dom.element("span", "badge " + word, (MARKS[word] ? MARKS[word] + " " : "") + word);
  }

  function title(run) {
    const name = (run.name || run.folder) + (run.profile && run.profile !== run.name ? " (" + run.profile + ")" : "");
    if (run.live) {
      return [link(run.live, name, {rel: "noreferrer"}), " live"];
    }
    return run.files.includes("report.html") ? [link(address(run, "report.html"), name)] : [dom.outside(name)];
  }

  function files(run, open) {
    const others = run.files.filter(file => file !== "report.html");
    if (!others.length) {
      return "";
    }
    const details = dom.element("details", "", dom.element("summary", "", "Files"), others.map(file => link(address(run, file), file)));
    details.open = open;
    details.dataset.folder = run.folder;
    return details;
  }

  function row(run, open) {
    const started = new Date(run.started).toLocaleString(undefined, {dateStyle: "medium", timeStyle: "short"});
    const facts = [run.folder, run.revision].filter(text => text).join(" · ");
    const cells = [
      ["Verdict", "text", badge(run)],
      ["Run", "text wrap wide", [
        dom.element("div", "name", title(run)),
        run.sentence ? dom.element("div", "sentence", dom.outside(run.sentence)) : "",
        dom.element("div", "sentence", dom.outside(facts)),
        files(run, open)]],
      ["Started", "", started],
      ["Duration", "", run.duration_seconds ? format.duration(run.duration_seconds) : format.NONE],
      ["Requests", "", format.number(run.requests)],
      ["p95", "", format.millis(run.p95_ms)],
      ["Errors", "", format.share(run.error_rate)],
      ["SLOs", "", run.slos ? run.slos_passed + " of " + run.slos : format.NONE],
    ];
    return dom.element("tr", "", cells.map(([head, look, content]) => {
      const cell = dom.element("td", look, content);
      cell.setAttribute("data-label", head);
      return cell;
    }));
  }

  function draw() {
    const wanted = search.value.trim().toLowerCase();
    const text = run => [run.folder, run.name, run.profile, run.verdict, run.state, run.revision].join(" ").toLowerCase();
    const shown = runs.filter(run => text(run).includes(wanted));
    const open = new Set([...place.querySelectorAll("details[open]")].map(details => details.dataset.folder));
    const focused = document.activeElement && place.contains(document.activeElement) ? document.activeElement.href : null;
    const heads = ["Verdict", "Run", "Started", "Duration", "Requests", "p95", "Errors", "SLOs"].map((head, i) => {
      const cell = dom.element("th", i < 2 ? "text" : "", head);
      cell.scope = "col";
      return cell;
    });
    const table = dom.element("table", "", dom.element("thead", "", dom.element("tr", "", heads)),
      dom.element("tbody", "", shown.map(run => row(run, open.has(run.folder)))));
    place.replaceChildren(shown.length ? dom.element("div", "scroll", table)
      : dom.element("p", "", runs.length ? "No run has that in its name." : "There are no runs yet."));
    if (focused) {
      [...place.querySelectorAll("a")].filter(node => node.href === focused).slice(0, 1).forEach(node => node.focus());
    }
    const running = runs.filter(run => run.state === "running").length;
    const count = runs.length + (runs.length === 1 ? " run" : " runs") + (running ? ", " + running + " going on" : "");
    if (dom.section("count").textContent !== count) {
      dom.section("count").textContent = count;
    }
    document.documentElement.dataset.rendered = String(Number(document.documentElement.dataset.rendered || 0) + 1);
  }

  async function refresh() {
    if (!document.hidden) {
      try {
        const answer = await fetch("runs.json", {cache: "no-store", headers: tag ? {"If-None-Match": tag} : {}});
        if (answer.status === 200) {
          tag = answer.headers.get("ETag") || "";
          runs = (await answer.json()).runs;
          draw();
        } else if (answer.status !== 304) {
          dom.section("count").textContent = "The server refuses the list (" + answer.status + ").";
        }
      } catch {
        dom.section("count").textContent = "The server does not answer; this is what it said last.";
      }
    }
    setTimeout(refresh, PAUSE);
  }

  search.addEventListener("input", draw);
  draw();
  setTimeout(refresh, PAUSE);
})();
