var total = 0;
for (var i = 0, n = count(); i < n; i++) total += step(i);
for (const key in source) use(source[key]);
for await (const chunk of stream) { const text = chunk.text; write(text); }
while (next()) { if (a()) b(); else if (c()) d(); else { let inner = e(); f(inner); } }
do { g(); } while (h());
switch (pick()) { case first(): { const x = 1; use(x); break; } default: other(); }
label: { break label; }
try { risky(); } catch { recover(); } finally { cleanup(); }
const tagged = sql`select ${name} from ${table}`;
const sum = 1 + two, text = 'a' + 'b' + name + `c${1}`;
const choice = (first(), second()) ? yes : no || maybe;
const falsy = a && b, not = !c, minus = -1, nothing = void 0, kind = typeof x;
object.path['to'].it = value; object[computed()] = 1;
counter ??= start(); total ||= 5; list[0]++;
const fn = async function named(x, y = x) { return await named(y); }, arrow = x => ({ x, [y]: 1, 'z z': 2, get w() { return 3; } });
function* generate() { const sent = yield 1; return sent; }
async () => { throw new Error(`failed ${code}`); };
new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
const bytes = 1_000n, hex = 0xff, re = /x+/g, escaped = "\u0041\x42\n\'\
c";
promise.then(result => handle(result.text)).catch(console.error);
const chained = items.filter(Boolean).map(({ id }) => load(id)).reduce((all, one) => merge(all, one), {});
export { total as default };
