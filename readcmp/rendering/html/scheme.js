// Light or dark: as the reader's system has it, until the reader says otherwise.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const [button, sheet] = [Dom.one("#scheme"), Dom.one("#dark")];
  const isDark = () => matchMedia(sheet.media).matches;
  const label = () => (button.textContent = isDark() ? "Light" : "Dark");
  button.hidden = false;
  button.addEventListener("click", () => {
    sheet.media = isDark() ? "not all" : "screen";
    label();
  });
  label();
});
