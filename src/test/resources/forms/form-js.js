// Runs the form-js that Tasklist ships: the modules of lib/deps.js, without Tasklist around them.
// Everything goes in and out as JSON text, so that nothing between Java and the browser touches a value.
window.formJs = (() => {
  const modules = Object.assign({}, ...self.webpackChunkcamunda_bpm_webapp.map((chunk) => chunk[1]));
  const loaded = {};

  function load(id) {
    if (!loaded[id]) {
      const module = (loaded[id] = { id, loaded: false, exports: {} });
      modules[id].call(module.exports, module, module.exports, load);
      module.loaded = true;
    }
    return loaded[id].exports;
  }
  load.d = (exports, getters) => Object.entries(getters).forEach(([name, get]) => {
    Object.prototype.hasOwnProperty.call(exports, name) || Object.defineProperty(exports, name, { enumerable: true, get });
  });
  load.n = (module) => {
    const get = module && module.__esModule ? () => module.default : () => module;
    load.d(get, { a: get });
    return get;
  };
  load.o = (object, name) => Object.prototype.hasOwnProperty.call(object, name);
  load.r = (exports) => Object.defineProperty(exports, '__esModule', { value: true });
  load.nmd = (module) => module;
  load.g = window;

  const viewer = Object.keys(modules).find((id) => modules[id].toString().includes('.schemaVersion=16'));
  const { Form, schemaVersion } = load(viewer);

  const tick = () => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  });

  // Rendering and effects run in turns; forms are at rest when none is due and nothing has moved for some of them.
  // Answers whether each form came to rest: a form whose fields show and hide each other never does.
  async function rest(activities) {
    let seen = activities.map(() => -1);
    let moved = activities.map(() => 0);
    for (let quiet = 0, turn = 0; quiet < 5 && turn < 200; turn++) {
      await tick();
      const isQuiet = window.turnsDue() === 0 && activities.every(({ count }, index) => count === seen[index]);
      activities.forEach(({ count }, index) => (moved[index] = count === seen[index] ? moved[index] : turn));
      seen = activities.map(({ count }) => count);
      quiet = isQuiet ? quiet + 1 : 0;
    }
    return moved.map((turn) => turn < 150);
  }

  async function open(schema, shown) {
    const activity = { count: 0 };
    const container = document.createElement('div');
    document.body.appendChild(container);
    const form = new Form({ container });
    ['changed', 'formFieldInstanceRegistry.changed'].forEach((event) => form.on(event, () => activity.count++));
    form.on('error', () => {});
    await form.importSchema(schema, shown);
    return { form, container, activity };
  }

  function close({ form, container }) {
    form.destroy();
    container.remove();
  }

  function put(data, path, value) {
    const parent = path.slice(0, -1).reduce((at, key) => (at[key] = at[key] || {}), data);
    parent[path[path.length - 1]] = value;
  }

  function outcome(form) {
    const ids = {};
    const held = JSON.parse(JSON.stringify(form._getState().data));
    form.get('formFieldInstanceRegistry').getAllKeyed().forEach(({ id, valuePath }) => (ids[id] = valuePath));
    const { data, errors } = form.submit();
    const refused = {};
    Object.entries(errors).forEach(([id, sentences]) => (refused[ids[id].join('.')] = sentences));
    return { data, held, refused, visible: Object.values(ids).map((path) => path.join('.')) };
  }

  return {
    schemaVersion,

    // [{schema, shown, filled: [[path, value]]}] -> [{data, held, refused: {path: sentences}, visible: [path], rested}]
    async submit(text) {
      const samples = JSON.parse(text);
      const opened = await Promise.all(samples.map(({ schema, shown }) => open(schema, shown)));
      const activities = opened.map(({ activity }) => activity);
      await rest(activities);
      opened.forEach(({ form }, index) => {
        const data = JSON.parse(JSON.stringify(form._getState().data));
        samples[index].filled.forEach(([path, value]) => put(data, path, value));
        form._setState({ data, errors: {} });
      });
      const rested = await rest(activities);
      const outcomes = opened.map(({ form }, index) => ({ ...outcome(form), rested: rested[index] }));
      opened.forEach(close);
      return JSON.stringify(outcomes);
    },

    // [{schema, shown, values}], one field each -> [[sentences of each value, or null where form-js breaks down]]
    async validate(text) {
      const samples = JSON.parse(text);
      const opened = await Promise.all(samples.map(({ schema, shown }) => open(schema, shown)));
      await rest(opened.map(({ activity }) => activity));
      const verdicts = opened.map(({ form }, index) => {
        const [instance] = form.get('formFieldInstanceRegistry').getAllKeyed();
        return samples[index].values.map((value) => {
          try {
            return form.get('validator').validateFieldInstance(instance, value);
          } catch (error) {
            return null;
          }
        });
      });
      opened.forEach(close);
      return JSON.stringify(verdicts);
    },

    // [{expression, contexts}] -> [[{hides, value} of each context]]
    async evaluate(text) {
      const opened = await open({ type: 'default', components: [] }, {});
      const verdicts = JSON.parse(text).map(({ expression, contexts }) => contexts.map((context) => ({
        hides: opened.form.get('conditionChecker').check(expression, context) === true,
        value: opened.form.get('expressionLanguage').evaluate(expression, context)
      })));
      close(opened);
      return JSON.stringify(verdicts);
    },

    // [{pattern, texts}] -> [[found]], null where JavaScript does not know the pattern
    async find(text) {
      return JSON.stringify(JSON.parse(text).map(({ pattern, texts }) => {
        try {
          const compiled = new RegExp(pattern);
          return texts.map((value) => compiled.test(value));
        } catch (error) {
          return null;
        }
      }));
    }
  };
})();
