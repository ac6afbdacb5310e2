// What a page does beyond its markup: notes open on hover, tap and focus, and answers
// arrive without reloading the page. Without this file everything can still be read, asked and opened.

const HOVER = 120; // milliseconds before a note opens under the pointer
const LEAVE = 250; // milliseconds in which the pointer may cross over to the note
let timer = 0;
let shown = location.pathname; // the place that the story is shown at

/** @param {Element} source */
function openNote(source, id) {
  const note = document.getElementById(id);
  if (note === null || note.matches(':popover-open')) return;
  note.showPopover({ source });
}

function closeNotes() {
  for (const note of document.querySelectorAll('.note:popover-open')) note.hidePopover();
}

function later(wait, act) {
  clearTimeout(timer);
  timer = setTimeout(act, wait);
}

const saidAt = (event) => event.target.closest?.('.said');
const noteOf = (said) => `note-${said.dataset.said.split(' ')[0]}`;

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  const said = saidAt(event);
  const marker = event.target.closest?.('.marker');
  if (said) later(HOVER, () => openNote(said, noteOf(said)));
  else if (marker) later(HOVER, () => openNote(marker, marker.getAttribute('popovertarget')));
  else if (event.target.closest?.('.note')) clearTimeout(timer);
  else if (!document.activeElement?.matches('.marker:focus-visible')) later(LEAVE, closeNotes);
});

document.addEventListener('click', (event) => {
  const said = saidAt(event);
  if (said && getSelection()?.isCollapsed !== false) openNote(said, noteOf(said));
});

document.addEventListener('focusin', (event) => {
  const { target } = event;
  if (target.matches('.marker:focus-visible'))
    openNote(target, target.getAttribute('popovertarget'));
});

document.addEventListener('focusout', (event) => {
  if (event.target.matches('.marker') && !event.relatedTarget?.closest('.note')) closeNotes();
});

// the words that an open note is about
document.addEventListener(
  'toggle',
  (event) => {
    if (!event.target.matches('.note')) return;
    const at = event.target.id.slice('note-'.length);
    for (const said of document.querySelectorAll(`[data-said~="${at}"]`)) {
      said.classList.toggle('lit', event.newState === 'open');
    }
  },
  true,
);

/** Adopts parts of a page made by the server; false if it made another kind of page. */
async function takeOver(address, init, parts) {
  const response = await fetch(address, init);
  const made = new DOMParser().parseFromString(await response.text(), 'text/html');
  const pairs = parts.map((part) => [document.querySelector(part), made.querySelector(part)]);
  if (pairs.some((pair) => pair.includes(null))) return false;
  for (const [old, fresh] of pairs) old.replaceChildren(...fresh.childNodes);
  const talk = made.querySelector('input[name=talk]')?.value;
  if (init.method === 'POST') {
    for (const field of document.querySelectorAll('input[name=talk]')) field.value = talk;
  }
  return true;
}

document.addEventListener('submit', async (event) => {
  const { target: form, submitter } = event;
  if ('plain' in form.dataset) return;
  event.preventDefault();
  const answer = document.getElementById('answer');
  answer.setAttribute('aria-busy', 'true');
  const body = new URLSearchParams(new FormData(form, submitter));
  const done = await takeOver(form.action, { method: 'POST', body }, ['#answer', '#story']).catch(
    () => false,
  );
  answer.removeAttribute('aria-busy');
  if (done) return answer.focus();
  form.dataset.plain = ''; // the response is best shown as a page of its own
  form.requestSubmit(submitter);
});

document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('a[data-passage]');
  if (!link || link.getAttribute('href') === '#passage' || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const done = await takeOver(link.href, {}, ['#story']).catch(() => false);
  if (!done) return location.assign(link.href);
  history.pushState(null, '', link.href);
  shown = location.pathname;
  document.getElementById('passage')?.scrollIntoView();
});

// back to another passage; a step within the page is the browser's
addEventListener('popstate', () => {
  if (location.pathname !== shown) location.reload();
});
