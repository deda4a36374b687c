// What the page does where scripts may run: search, filters, and opening what is printed. Without it everything is still there to read.

/** Plain JavaScript, known to the page’s policy by its digest; it reads the page and asks for nothing. */
export const pageScript = `
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  for (const filter of all('[data-filter]')) {
    const section = filter.closest('section');
    const input = filter.querySelector('input');
    const select = filter.querySelector('select');
    const output = filter.querySelector('output');
    const none = section.querySelector('.none');
    const buttons = all('button', filter);
    const groups = all('[data-group]', section).map((group) => ({
      group,
      wasOpen: group.open,
      layer: group.closest('[data-layer]'),
      rows: all('[data-row]', group).map((row) => ({ row, text: undefined })),
    }));
    const chosen = (name) => buttons.filter((one) => one.dataset.choose === name && one.ariaPressed === 'true').map((one) => one.dataset.value);
    let isFiltered = false;

    const apply = () => {
      const words = (input?.value ?? '').toLowerCase().split(/\\s+/).filter(Boolean);
      const system = select?.value ?? '';
      const layers = chosen('layer');
      const severities = chosen('severity');
      const isAsked = words.length > 0 || system !== '' || layers.length > 0 || severities.length > 0;
      let shown = 0;
      for (const one of groups) {
        const isLayer = layers.length === 0 || layers.includes(one.layer?.dataset.layer);
        let own = 0;
        for (const entry of one.rows) {
          if (words.length > 0) entry.text ??= entry.row.textContent.toLowerCase();
          const fits =
            isLayer &&
            (system === '' || entry.row.dataset.systems.split(' ').includes(system)) &&
            (severities.length === 0 || severities.includes(entry.row.dataset.severity)) &&
            words.every((word) => entry.text.includes(word));
          entry.row.hidden = !fits;
          if (fits) own += 1;
        }
        one.group.hidden = own === 0;
        const rest = one.group.querySelector('details.rest');
        if (rest) rest.hidden = all('[data-row]', rest).every((row) => row.hidden);
        if (one.wasOpen !== undefined) {
          if (!isFiltered && isAsked) one.wasOpen = one.group.open;
          one.group.open = words.length > 0 || system !== '' ? own > 0 : isAsked || isFiltered ? one.wasOpen : one.group.open;
        }
        shown += own;
      }
      for (const layer of all('[data-layer]', section)) layer.hidden = all('[data-group]', layer).every((group) => group.hidden);
      if (none) none.hidden = shown > 0;
      isFiltered = isAsked;
      output.textContent = isAsked ? shown + (shown === 1 ? ' entry' : ' entries') : '';
    };

    let waiting;
    input?.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(apply, 80);
    });
    select?.addEventListener('change', apply);
    for (const button of buttons)
      button.addEventListener('click', () => {
        button.ariaPressed = button.ariaPressed === 'true' ? 'false' : 'true';
        apply();
      });
    filter.hidden = false;
  }

  let opened = [];
  addEventListener('beforeprint', () => {
    opened = all('#forecast details:not([open]), #findings details:not([open]), #frameworks details:not([open])');
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
})();
`;
