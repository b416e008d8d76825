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

  // Rendering and effects run in turns; a form is at rest when none is due and nothing has moved for some of them.
  async function rest(activity) {
    let seen = -1;
    for (let quiet = 0, turns = 0; quiet < 5; turns++) {
      if (turns > 400) {
        throw new Error('form-js never comes to rest');
      }
      await tick();
      quiet = activity.count === seen && window.turnsDue() === 0 ? quiet + 1 : 0;
      seen = activity.count;
    }
  }

  async function open(schema, shown, activity) {
    const container = document.createElement('div');
    document.body.appendChild(container);
    const form = new Form({ container });
    ['changed', 'formFieldInstanceRegistry.changed'].forEach((event) => form.on(event, () => activity.count++));
    form.on('error', () => {});
    await form.importSchema(schema, shown);
    return { form, container };
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

    // [{schema, shown, filled: [[path, value]]}] -> [{data, held, refused: {path: sentences}, visible: [path]}]
    async submit(text) {
      const activity = { count: 0 };
      const samples = JSON.parse(text);
      const opened = await Promise.all(samples.map(({ schema, shown }) => open(schema, shown, activity)));
      await rest(activity);
      opened.forEach(({ form }, index) => {
        const data = JSON.parse(JSON.stringify(form._getState().data));
        samples[index].filled.forEach(([path, value]) => put(data, path, value));
        form._setState({ data, errors: {} });
      });
      await rest(activity);
      const outcomes = opened.map(({ form }) => outcome(form));
      opened.forEach(close);
      return JSON.stringify(outcomes);
    },

    // [{schema, shown, values}], one field each -> [[sentences of each value, or null where form-js breaks down]]
    async validate(text) {
      const activity = { count: 0 };
      const samples = JSON.parse(text);
      const opened = await Promise.all(samples.map(({ schema, shown }) => open(schema, shown, activity)));
      await rest(activity);
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
      const opened = await open({ type: 'default', components: [] }, {}, { count: 0 });
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
