// On the page of a notebook, as soon as JupyterLite has its settings: the kernel does not load the questions of others.
// A notebook of no known name, such as a copy, has those of all assignments.
{
  const { packages, plugin } = JSON.parse(document.getElementById("degrau-packages").textContent);
  const file = (new URLSearchParams(location.search).get("path") ?? "").split("/").pop().replace(/\.ipynb$/, "");
  const others = new Set(file in packages ? Object.values(packages) : []);
  others.delete(packages[file]);
  const config = document.getElementById("jupyter-config-data");
  const observer = new MutationObserver(() => {
    const data = JSON.parse(config.textContent);
    const options = data.litePluginSettings?.[plugin]?.loadPyodideOptions;
    if (!options) return;
    observer.disconnect();
    options.packages = options.packages.filter((name) => !others.has(name));
    config.textContent = JSON.stringify(data);
  });
  observer.observe(config, { childList: true });
}
