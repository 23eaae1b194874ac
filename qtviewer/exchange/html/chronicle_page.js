"use strict";
const text = document.querySelector("input"), category = document.querySelector("select");
const output = document.querySelector("output"), sections = [...document.querySelectorAll("section")];
const bars = new Map([...document.querySelectorAll("svg a")].map(link => [link.getAttribute("href").slice(1), link]));
const spoken = new Map([...document.querySelectorAll("article")].map(each => [each, each.textContent.toLowerCase()]));
function filter() {
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const section of sections) {
    let here = 0;
    for (const article of section.querySelectorAll("article")) {
      const fits = (!category.value || article.className === category.value)
        && words.every(word => spoken.get(article).includes(word));
      article.hidden = !fits;
      here += fits;
    }
    section.hidden = !here;
    const bar = bars.get(section.id);
    if (bar) bar.classList.toggle("none", !here);
    shown += here;
  }
  output.textContent = `${shown} / ${spoken.size}`;
}
text.addEventListener("input", filter);
category.addEventListener("change", filter);
document.querySelector("form").addEventListener("submit", event => event.preventDefault());
filter();
