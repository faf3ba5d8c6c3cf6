// The keys of the map: arrows walk from box to box, others act on the whole.

/** Calls of `on` what a key means: `walk(box, arrow)`, `leave(box)`, `entered()`, `escape()`, `find()`, `whole()`, `nearer()`. */
export function keys(stage, on) {
  stage.addEventListener('keydown', event => {
    const box = event.target.closest('[data-box]')?.dataset.box;
    if (!box) return;
    if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      on.walk(box, event.key);
    } else if (event.key === '-' || event.key === 'Backspace') on.leave(box);
    else return;
    event.stopPropagation();
  });
  // A click without a pointer is Enter or Space, after which the box has been drawn anew.
  stage.addEventListener('click', event => event.detail === 0 && on.entered());
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    if (event.key === 'Escape') on.escape();
    if (event.key === '0') on.whole();
    if (event.key === '+') on.nearer();
    if (event.key !== '/') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    on.find();
  }, true);
}
