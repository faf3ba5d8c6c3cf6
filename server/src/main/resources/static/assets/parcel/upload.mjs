// Sends files of parcels one after the other, tells how far each is, and all that is wrong with it.

/** What became of a file: a mark and lines, the first of which is the most important. */
export function outcome(status, body) {
  if (status === 200 || status === 201) {
    const parcel = JSON.parse(body);
    const signers = parcel.signers?.length ? `, signed by ${parcel.signers.join(', ')}` : '';
    const what = status === 201 ? 'is kept' : 'was there already';
    return {
      mark: 'ok',
      lines: [`${parcel.name} ${parcel.version} ${what}${signers}.`],
      link: `/parcels/${encodeURIComponent(parcel.name)}/${encodeURIComponent(parcel.version)}`,
    };
  }
  return { mark: 'crit', lines: refused(status, body) };
}

function refused(status, body) {
  try {
    const problem = JSON.parse(body);
    const parts = problem.problems?.length
      ? problem.problems.map(one => [one.path, one.detail, one.remedy].filter(Boolean).join(' · '))
      : [problem.detail, problem.remedy];
    return [problem.title ?? 'It is refused', ...parts.filter(Boolean)];
  } catch {
    return [status === 0 ? 'The server did not answer.' : `The server answered ${status}.`];
  }
}

/** How much of a file is sent, in percent. */
export function share(sent, size) {
  return size === 0 ? 100 : Math.floor((sent / size) * 100);
}

function send(url, file, token, heard) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'application/vnd.cadastre.parcel.archive');
    if (token) request.setRequestHeader('X-CSRF-TOKEN', token);
    request.upload.addEventListener('progress', event => heard(share(event.loaded, file.size)));
    request.addEventListener('loadend', () => resolve(outcome(request.status, request.responseText)));
    request.send(file);
  });
}

function line(list, name) {
  const item = document.createElement('li');
  const bar = document.createElement('progress');
  bar.max = 100;
  bar.setAttribute('aria-label', `${name} is sent`);
  item.append(`${name} `, bar);
  list.append(item);
  return { item, bar };
}

function show(item, name, { mark, lines, link }) {
  const state = document.createElement('span');
  state.className = `state ${mark}`;
  const [first, ...rest] = lines;
  if (link) {
    const anchor = document.createElement('a');
    anchor.href = link;
    anchor.textContent = first;
    state.append(anchor);
  } else {
    state.textContent = `${name}: ${first}`;
  }
  item.replaceChildren(state, ...rest.map(text => {
    const small = document.createElement('small');
    small.textContent = text;
    return small;
  }));
}

async function submit(form) {
  const token = document.querySelector('meta[name=csrf-token]')?.content;
  const input = form.querySelector('input[type=file]');
  const button = form.querySelector('button');
  const list = form.querySelector('.uploads');
  const files = [...input.files];
  list.replaceChildren();
  button.disabled = true;
  for (const file of files) {
    const { item, bar } = line(list, file.name);
    // While the server reads all of it there is nothing to tell.
    const heard = percent => (percent < 100 ? (bar.value = percent) : bar.removeAttribute('value'));
    show(item, file.name, await send(form.dataset.upload, file, token, heard));
  }
  button.disabled = false;
  form.reset();
  refresh();
}

/** The list above shows what came. */
async function refresh() {
  const answer = await fetch(location.href);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('rows');
  if (next) document.getElementById('rows')?.replaceWith(next);
  document.dispatchEvent(new Event('cadastre:shown'));
}

if (typeof document !== 'undefined') {
  const form = document.querySelector('form[data-upload]');
  form?.addEventListener('submit', event => {
    event.preventDefault();
    submit(form);
  });
}
