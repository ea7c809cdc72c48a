# Instala o degrau, se ele faltar, com internet ou sem. · Installs degrau if it is missing, online or offline.
import sys
from importlib import import_module, invalidate_caches
from pathlib import Path

sys.path.append(str(Path("degrau-offline").absolute()))
try:
    import_module("degrau")
except ImportError:
    import subprocess
    import zipfile

    if not any(Path("wheels").glob("*.whl")):
        if not any(Path().glob("degrau*.zip")) and "google.colab" in sys.modules:
            print("Escolha o arquivo degrau….zip que você recebeu. · Choose the degrau….zip that you were given.")
            import_module("google.colab.files").upload()
        for packed in Path().glob("degrau*.zip"):
            with zipfile.ZipFile(packed) as archive:
                archive.extractall(members=[name for name in archive.namelist() if name.startswith("wheels/")])
    wheels = sorted(map(str, Path("wheels").glob("*.whl")))
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--retries", "0", "--find-links", "wheels"]
    if subprocess.run([*pip, *wheels[:1]], capture_output=True).returncode != 0:
        for wheel in wheels:
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall("degrau-offline")
    invalidate_caches()
