// What a page gains over its plain HTML: times in the reader's zone, "/" for the search box,
// copying, and the token that guards writes. Everything works without it, only less comfortably.
(() => {
  'use strict';

  const pad = (n, width = 2) => String(n).padStart(width, '0');

  function offset(date) {
    const minutes = -date.getTimezoneOffset();
    const size = Math.abs(minutes);
    return (minutes < 0 ? '-' : '+') + pad(Math.trunc(size / 60)) + ':' + pad(size % 60);
  }

  function local(date) {
    return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ` +
      `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())} ${offset(date)}`;
  }

  function showTimes(root) {
    for (const element of root.querySelectorAll('time[datetime]')) {
      const date = new Date(element.dateTime);
      if (Number.isNaN(date.getTime())) continue;
      element.title = local(date);
      if (element.dataset.show === 'full') element.textContent = local(date);
      if (element.dataset.show === 'clock') element.textContent = clock(date);
    }
  }

  function clock(date) {
    const today = new Date();
    const sameDay = date.toDateString() === today.toDateString();
    return sameDay
      ? `${pad(date.getHours())}:${pad(date.getMinutes())}`
      : `${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
  }

  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      document.querySelector('header.top input[name=q]')?.focus();
    }
  });

  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-copy]');
    if (!button) return;
    navigator.clipboard?.writeText(button.dataset.copy).then(() => announce('Copied'));
  });

  document.addEventListener('submit', event => {
    const question = event.target.dataset?.confirm;
    if (question && !window.confirm(question)) event.preventDefault();
  });

  // The server reads times in UTC; people choose them in their own zone.
  for (const input of document.querySelectorAll('input[data-zone=local]')) {
    const at = input.value && new Date(input.value + 'Z');
    if (at) {
      input.value = new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
    }
  }
  document.addEventListener('formdata', event => {
    for (const input of event.target.querySelectorAll('input[data-zone=local]')) {
      if (input.value) event.formData.set(input.name, new Date(input.value).toISOString());
      else event.formData.delete(input.name);
    }
  });

  function announce(text) {
    const place = document.getElementById('announce');
    if (place) place.textContent = text;
  }

  document.addEventListener('htmx:configRequest', event => {
    const token = document.querySelector('meta[name=csrf-token]');
    if (token?.content) event.detail.headers['X-CSRF-TOKEN'] = token.content;
  });
  document.addEventListener('htmx:afterSwap', event => {
    showTimes(event.detail.target);
    announce(event.detail.target.dataset.announce ?? 'Updated');
  });

  document.addEventListener('cadastre:shown', () => showTimes(document));
  document.addEventListener('htmx:responseError', event => announce(`The server answered ${event.detail.xhr.status}. Load the page again.`));

  showTimes(document);
})();
