for (const button of document.querySelectorAll("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    button.nextElementSibling.textContent = button.dataset.done;
  });
}

// on the reader's own clock, unless that shows the same
for (const expiry of document.querySelectorAll("[data-until]")) {
  const until = new Date(expiry.dataset.until);
  if (-until.getTimezoneOffset() !== Number(expiry.dataset.offset)) {
    const time = until.toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    expiry.textContent = ` ${expiry.dataset.local.replace("{0}", time)}`;
  }
}

// the typed address outlives a wrong code, a change of the language and the way back, in this tab, until a link is open
const address = document.querySelector("[data-keeps]");
if (address) {
  address.value ||= sessionStorage.getItem("enroll.address") ?? "";
  address.addEventListener("input", () => sessionStorage.setItem("enroll.address", address.value));
} else {
  sessionStorage.removeItem("enroll.address");
}
